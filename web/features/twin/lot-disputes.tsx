import { useMemo } from 'react';
import { useCasesOfLot } from '../../shared/disputes/cases-of.tsx';
import { ChallengePanel } from '../../shared/disputes/challenge-panel.tsx';
import { DisputesSection } from '../../shared/disputes/disputes-section.tsx';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import type { TwinLot } from './twin-query.ts';

/** What is disputed about a lot and its round. */
export function LotDisputes({ lot }: { lot: TwinLot }) {
  const { number, lotCode, state, round } = lot;
  const query = useCasesOfLot(entityId(number));
  const subject = useMemo(() => ({ kind: 'lot', number, lotCode }) as const, [number, lotCode]);
  return (
    <DisputesSection subject={subject} query={query} isOver={state === 'SUSPENDED'}>
      <ChallengePanel lot={lot} revealed={round.revealed} />
    </DisputesSection>
  );
}
