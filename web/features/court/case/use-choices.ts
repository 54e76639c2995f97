import { useNameOf } from '../../../shared/chain/use-account-name.ts';
import { useChoiceText } from '../../../shared/disputes/choice-text.ts';
import type { CaseDetails } from '../court-queries.ts';
import type { Choice } from '../jury/vote-card.tsx';

/** What can be ruled in a case, 0 first. */
export function useChoices(one: CaseDetails): readonly Choice[] {
  const { kind, choices, challenges } = one;
  const textOf = useChoiceText();
  const nameOf = useNameOf();
  return Array.from({ length: (choices ?? 0) + 1 }, (_, choice) => {
    const challenge = challenges.find((other) => other.choice === choice);
    const name = kind === 'EVALUATION' && challenge ? nameOf(challenge.challenger.id) : '';
    return { choice, label: textOf(one, choice, name).trim() };
  });
}
