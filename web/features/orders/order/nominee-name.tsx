import { Link } from '@tanstack/react-router';
import { ExperiencerName } from '../../../shared/experiencers/experiencer-name.tsx';
import { useExperiencers } from '../../../shared/experiencers/use-experiencers.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { ordersMessages } from '../messages.ts';

/** Whom an order nominates, with the way to his record. */
export function NomineeName({ id }: { id: number }) {
  const text = useText(ordersMessages);
  const record = useExperiencers().data?.find((one) => one.id === id);
  if (id === 0) return text('orders.nobody');
  return (
    <Link to="/experiencers/$id" params={{ id: String(id) }} className="underline underline-offset-4">
      {record ? <ExperiencerName record={record} /> : `#${id}`}
    </Link>
  );
}
