import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { type ChangeEvent, useMemo, useState } from 'react';
import type { Hex } from 'viem';
import type { SealedLotQuery } from '../../../generated/graphql.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import type { VaultFileProblem } from '../../../shared/secrets/vault.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { type ClaimTexts, readClaims } from '../claims.ts';
import { commoditiesMessages } from '../messages.ts';
import { ClaimInputs } from '../offer/claim-fields.tsx';
import { parameterViews } from '../parameter-view.ts';
import { readSealRecord, saltOf, sealHash, sealName } from '../seal-record.ts';
import { unsealLot } from '../transactions/unseal-lot.ts';

type Lot = NonNullable<SealedLotQuery['lot']>;

interface Props {
  lot: Lot;
  /** Within the window. */
  canOpen: boolean;
}

/** The sealed values, from the vault or typed again, compared with the chain before anything is sent. */
export function SealForm({ lot, canOpen }: Props) {
  const text = useText(commoditiesMessages);
  const { entries, put } = useVault();
  const { chain, contracts } = useAppConfig();
  const unlock = useRootSecret();
  const [typed, setTyped] = useState<ClaimTexts>({});
  const { lotCode, sealedClaims } = lot;
  const commodityId = lot.commodity.number;
  const name = sealName(commodityId, lotCode);
  const [isWrong, setIsWrong] = useState(false);
  // What the vault holds can be of an offer that was never sent.
  const kept = isWrong ? undefined : readSealRecord(entries[name])?.values;
  const parameters = useMemo(
    () => parameterViews(lot.revision.parameters).filter(({ sealed }) => sealed),
    [lot.revision.parameters],
  );
  const values = kept ?? readClaims(parameters, typed)?.sealed;

  const check = useMutation({
    mutationFn: async (candidate: readonly number[]): Promise<{ values: readonly number[]; salt: Hex } | null> => {
      const record = { commodityId, lotCode, values: candidate };
      const salt = saltOf(await unlock(), commodityId, lotCode);
      if (sealHash({ chainId: chain.id, commodities: contracts.commodities }, record, salt) !== sealedClaims)
        return null;
      put(name, record);
      return { values: candidate, salt };
    },
    onSuccess: (found) => setIsWrong(found === null),
  });
  const opening = useMemo(
    () => (check.data ? unsealLot(lot.number, lotCode, check.data.values, check.data.salt) : null),
    [check.data, lot.number, lotCode],
  );
  return (
    <div className="grid gap-5">
      {kept ? (
        <Notice kind="success">{text('unseal.found')}</Notice>
      ) : (
        <>
          <Notice kind="warning" title={text('unseal.lost')} action={<ImportVault />}>
            {text('unseal.lostHelp')}
          </Notice>
          <ClaimInputs parameters={parameters} claims={typed} onChange={setTyped} strict={false} />
        </>
      )}
      {check.data === null && <Notice kind="error">{text('unseal.mismatch')}</Notice>}
      {check.error && <ErrorState error={check.error} />}
      {check.data ? (
        <>
          <Notice kind="success">{text('unseal.match')}</Notice>
          {canOpen && <TransactionButton request={opening}>{text('unseal.open')}</TransactionButton>}
        </>
      ) : (
        <div>
          <Button
            kind={canOpen ? 'primary' : 'secondary'}
            busy={check.isPending}
            disabled={!values}
            data-tour="unseal-check"
            onClick={() => values && check.mutate(values)}
          >
            {text('unseal.check')}
          </Button>
        </div>
      )}
    </div>
  );
}

function ImportVault() {
  const text = useText(commoditiesMessages);
  const { importFile } = useVault();
  const [problem, setProblem] = useState<VaultFileProblem | null>(null);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (file) setProblem(importFile(await file.text()));
  };
  return (
    <span className="grid gap-1">
      <label
        className={`${buttonClass('secondary', 'small')} has-focus-visible:outline-2 has-focus-visible:outline-jade`}
      >
        <Upload aria-hidden="true" className="size-4" />
        {text('unseal.import')}
        <input type="file" accept="application/json,.json" className="sr-only" onChange={take} />
      </label>
      {problem && (
        <span role="alert" className="text-sm text-danger">
          {text(`unseal.${problem}`)}
        </span>
      )}
    </span>
  );
}
