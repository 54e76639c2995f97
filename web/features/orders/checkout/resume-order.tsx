import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import type { OrderIntent } from './order-intent.ts';

interface Props {
  intent: OrderIntent;
  onSend: (intent: OrderIntent) => void;
  onDrop: () => void;
}

/** Says that an order's answer never came, and sends it again as the same one. */
export function ResumeOrder({ intent, onSend, onDrop }: Props) {
  const text = useText(checkoutMessages);
  return (
    <Notice
      kind="warning"
      title={text('checkout.resume')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" kind="primary" onClick={() => onSend(intent)}>
            {text('checkout.resumeSend')}
          </Button>
          <Button size="small" onClick={onDrop}>
            {text('checkout.resumeDrop')}
          </Button>
        </span>
      }
    >
      {text('checkout.resumeHelp')}
    </Notice>
  );
}
