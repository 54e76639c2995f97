import { DECISION_CLASSES, type DecisionClass } from '../../../protocol/governance/decision-class.ts';
import type { DecisionClass as IndexedClass } from '../../generated/graphql.ts';

/** A class as protocol/ calls it. */
export function classNameOf(indexed: IndexedClass): DecisionClass {
  return indexed.toLowerCase() as DecisionClass;
}

/** Number of a class in the governor's enum. */
export function classNumber(name: DecisionClass): number {
  return DECISION_CLASSES.indexOf(name);
}

export function classOfNumber(number: number): DecisionClass {
  return DECISION_CLASSES[number] ?? 'constitutional';
}
