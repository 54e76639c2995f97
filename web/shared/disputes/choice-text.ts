import { useText } from '../i18n/use-text.ts';
import { disputeMessages } from './dispute-messages.ts';

type Kind = 'EVALUATION' | 'LISTING' | 'MODEL';

/** What can be chosen in a case; without a kind it is another contract's dispute. */
interface Ballot {
  readonly kind: Kind | null;
  /** Besides 0. */
  readonly choices?: number | null;
}

/** What a choice of a case means; in another contract's dispute its number. `challenger` is named where he is known. */
export function useChoiceText(): (ballot: Ballot, choice: number, challenger?: string) => string {
  const text = useText(disputeMessages);
  return ({ kind, choices }, choice, challenger = '') => {
    if (kind === null) return text('disputes.choice.other', { choice });
    if (choice === 0) return text(`disputes.choice.${kind}.0`);
    if (choice === 1) return text(`disputes.choice.${kind}.1`);
    if (kind !== 'EVALUATION') return text(`disputes.choice.${kind}.2`);
    if (choice === choices) return text('disputes.choice.EVALUATION.none');
    return challenger === ''
      ? text('disputes.choice.EVALUATION.any', { number: choice - 1 })
      : text('disputes.choice.EVALUATION.2', { number: choice - 1, name: challenger });
  };
}
