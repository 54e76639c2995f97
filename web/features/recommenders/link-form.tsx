import { useState } from 'react';
import { EVERY_COMMODITY } from '../../../protocol/referrals/referral-grant.ts';
import { useErrorText } from '../../shared/errors/use-error-text.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useToast } from '../../shared/toasts/use-toast.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Input, Select } from '../../shared/ui/input.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { campaignBytes, isCampaign } from './campaign.ts';
import { GRANT_DAYS } from './make-grant.ts';
import { recommendersMessages } from './messages.ts';
import { useCreateLink } from './use-create-link.ts';
import { useGoods } from './use-goods.ts';

/** What a new link is for; one signature makes it. */
export function LinkForm({ recommenderId, onDone }: { recommenderId: number; onDone: () => void }) {
  const text = useText(recommendersMessages);
  const format = useFormat();
  const sentence = useErrorText();
  const toast = useToast();
  const goods = useGoods();
  const [commodityId, setCommodityId] = useState(EVERY_COMMODITY);
  const [campaign, setCampaign] = useState('');
  const [days, setDays] = useState<number>(GRANT_DAYS[1]);
  const creating = useCreateLink(recommenderId);
  const isLong = !isCampaign(campaign.trim());
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isLong) return;
        creating.mutate(
          { commodityId, campaign, days },
          {
            onSuccess: ({ code }) => {
              toast({ key: `link:${code}`, kind: 'success', title: text('recommenders.made') });
              onDone();
            },
          },
        );
      }}
    >
      <p className="text-sm text-muted">{text('recommenders.createHelp')}</p>
      <Field label={text('recommenders.what')}>
        {(control) => (
          <Select {...control} value={commodityId} onChange={(event) => setCommodityId(Number(event.target.value))}>
            <option value={EVERY_COMMODITY}>{text('recommenders.all')}</option>
            {goods.map(({ number, name, commissionBps }) => (
              <option key={number} value={number}>
                {text('recommenders.option', { name, rate: format.bps(commissionBps) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={text('recommenders.campaign')}
        hint={text('recommenders.campaignHelp')}
        error={isLong && text('recommenders.campaignLong', { bytes: campaignBytes(campaign.trim()) })}
        optional
      >
        {(control) => <Input {...control} value={campaign} onChange={(event) => setCampaign(event.target.value)} />}
      </Field>
      <Field label={text('recommenders.valid')}>
        {(control) => (
          <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {GRANT_DAYS.map((count) => (
              <option key={count} value={count}>
                {text('recommenders.days', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {creating.error && <Notice kind="error">{sentence(creating.error)}</Notice>}
      <Button type="submit" kind="primary" busy={creating.isPending} disabled={isLong}>
        {text('recommenders.sign')}
      </Button>
    </form>
  );
}
