import { useText } from '../../../shared/i18n/use-text.ts';
import { Stepper } from '../../../shared/ui/stepper.tsx';
import { checkoutMessages } from '../checkout-messages.ts';

const STEPS = ['order', 'pay', 'receive', 'measure'] as const;

/** Choose, pay, receive, measure: where a purchase is. */
export function OrderSteps({ current }: { current: number }) {
  const text = useText(checkoutMessages);
  return <Stepper brief current={current} steps={STEPS.map((key) => ({ key, label: text(`checkout.step.${key}`) }))} />;
}
