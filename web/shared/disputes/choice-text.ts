import { useText } from '../i18n/use-text.ts';
import { disputeMessages } from './dispute-messages.ts';

type Kind = 'EVALUATION' | 'LISTING' | 'MODEL';

/** What a choice of a case means; without a kind (another contract's dispute) its number. `challenger` is named where he is known. */
export function useChoiceText(): (kind: Kind | null, choice: number, challenger?: string) => string {
  const text = useText(disputeMessages);
  return (kind, choice, challenger = '') => {
    if (kind === null) return text('disputes.choice.other', { choice });
    if (choice === 0) return text(`disputes.choice.${kind}.0`);
    if (choice === 1) return text(`disputes.choice.${kind}.1`);
    if (kind !== 'EVALUATION') return text(`disputes.choice.${kind}.2`);
    return challenger === ''
      ? text('disputes.choice.EVALUATION.any', { number: choice - 1 })
      : text('disputes.choice.EVALUATION.2', { number: choice - 1, name: challenger });
  };
}
