import { useMemo } from 'react';
import { useCasesOfModel } from '../../shared/disputes/cases-of.tsx';
import { DisputesSection } from '../../shared/disputes/disputes-section.tsx';
import { entityId } from '../../shared/subgraph/entity-id.ts';

interface Props {
  number: number;
  /** Retired, and its bond gone. */
  isOver: boolean;
}

/** What is disputed about a model as such. */
export function ModelDisputes({ number, isOver }: Props) {
  const query = useCasesOfModel(entityId(number));
  const subject = useMemo(() => ({ kind: 'model', number }) as const, [number]);
  return <DisputesSection subject={subject} query={query} isOver={isOver} />;
}
