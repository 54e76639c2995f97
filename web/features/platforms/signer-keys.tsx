import type { Address as Hex } from 'viem';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Badge, type Tone } from '../../shared/ui/badge.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { platformsMessages } from './messages.ts';
import type { PlatformDetails } from './platform-page.tsx';
import { type KeyState, keyStates } from './platform-view.ts';
import { useContractKeys } from './use-contract-keys.ts';

const TONES: Record<KeyState, Tone> = { next: 'sky', now: 'jade', former: 'neutral' };

/** Keys by the epochs whose receipts they sign. */
export function SignerKeys({ keys }: { keys: PlatformDetails['signerKeys'] }) {
  const text = useText(platformsMessages);
  const epoch = useEpoch()?.epoch ?? 0;
  const contracts = useContractKeys(keys.map(({ signer }) => signer as Hex)).data ?? [];
  const numbered = keys.map((key) => ({ ...key, fromEpoch: Number(key.fromEpoch) }));
  return (
    <Card className="grid gap-3">
      <h3 className="font-medium">{text('platforms.keys')}</h3>
      <DataTable
        caption={text('platforms.keys')}
        rows={keyStates(numbered, epoch)}
        first={4}
        rowKey={({ id }) => id}
        columns={[
          { key: 'key', label: text('platforms.key'), cell: ({ signer }) => <Address address={signer as Hex} /> },
          {
            key: 'from',
            label: text('platforms.keyFrom'),
            numeric: true,
            cell: ({ fromEpoch }) => String(fromEpoch),
          },
          {
            key: 'state',
            label: text('platforms.keyState'),
            cell: ({ state }) => <Badge tone={TONES[state]}>{text(`platforms.key.${state}`)}</Badge>,
          },
        ]}
      />
      {contracts.length > 0 && (
        <Notice kind="warning" title={text('platforms.contractKey')}>
          {text('platforms.contractKeyHelp')}
        </Notice>
      )}
    </Card>
  );
}
