import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import type { Order } from '../../../../relay/api/orders.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { purchaseState } from '../desk/purchase-state.ts';
import { reportMessages } from '../report-messages.ts';
import { commitReport } from '../transactions/commit-report.ts';
import { draftEntry } from '../vault/vault-report.ts';
import { BondBalance } from './bond-balance.tsx';
import type { WrittenReport } from './report-document.ts';
import type { ReportDraft } from './report-draft.ts';
import type { ReportLot } from './use-report-lot.ts';
import { NotKeptError, SaltError, useSealReport } from './use-seal-report.ts';
import { ValuesTable } from './values-table.tsx';

interface Props {
  lot: ReportLot;
  model: QualityModelDocument;
  draft: ReportDraft;
  written: WrittenReport;
  orders: readonly Order[];
  experiencerId: number;
  bondMultiple: number | null;
  onBack: () => void;
}

/** The last look at a report, its seal, and the transaction. */
export function CommitCard({ lot, model, draft, written, orders, experiencerId, bondMultiple, onBack }: Props) {
  const text = useText(reportMessages);
  const format = useFormat();
  const sentence = useErrorText();
  const toast = useToast();
  const { put } = useVault();
  const posted = orders.filter((order) => purchaseState(order) === 'posted');
  const [orderId, setOrderId] = useState(posted[0]?.orderId);
  const order = posted.find((one) => one.orderId === orderId);
  const seal = useSealReport();
  const sealing = useMutation({
    mutationFn: () => seal({ lot, experiencerId, written, draft, order: order as Order }),
  });
  const sealed = sealing.data?.order.orderId === orderId ? sealing.data : undefined;
  const fee = BigInt(order?.receipt?.receipt.fee ?? order?.fee ?? 0);
  const bond = fee * BigInt(bondMultiple ?? 0);
  const request = useMemo(
    () =>
      sealed && bondMultiple !== null
        ? commitReport({
            purchase: sealed.purchase,
            salt: sealed.buyerSalt,
            commitment: sealed.report.commitment,
            bond,
            lotCode: lot.lotCode,
          })
        : null,
    [sealed, bond, bondMultiple, lot.lotCode],
  );
  return (
    <Section
      title={text('report.check')}
      intro={text('report.checkIntro')}
      actions={<Button onClick={onBack}>{text('report.back')}</Button>}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <ValuesTable model={model} values={written.values} document={written.document} />
        </Card>
        <Card className="grid gap-4">
          {posted.length > 1 && (
            <Field label={text('report.chooseOrder')}>
              {(control) => (
                <Select
                  {...control}
                  value={orderId}
                  onChange={(event) => setOrderId(event.target.value as Order['orderId'])}
                >
                  {posted.map((one) => (
                    <option key={one.orderId} value={one.orderId}>
                      {`${shortHex(one.orderId)} · ${format.date(one.createdAt)} · ${format.amount(one.sales)} USD`}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Facts facts={[[text('report.bond'), <Money key="b" amount={bond} />]]} />
          <p className="text-sm text-muted">
            {text('report.bondHelp', { multiple: bondMultiple ?? 0, fee: format.amount(fee) })}
          </p>
          {order && <BondBalance account={order.buyer} bond={bond} />}
          {sealed ? (
            <>
              <Facts
                facts={[
                  [text('report.digestOf'), <code key="d">{shortHex(sealed.report.evidenceDigest)}</code>],
                  [text('report.commitment'), <code key="c">{shortHex(sealed.report.commitment)}</code>],
                  [text('report.proof'), text('report.proofHere')],
                ]}
              />
              <TransactionButton
                request={request}
                onDone={() => {
                  put(draftEntry(lot.number), null);
                  toast({ key: `report:${lot.number}`, kind: 'success', title: text('report.committed') });
                }}
              >
                {text('report.commit')}
              </TransactionButton>
            </>
          ) : (
            <>
              <Button
                kind="primary"
                busy={sealing.isPending}
                disabled={!order}
                onClick={() => sealing.mutate()}
                data-tour="report-seal"
              >
                {text(sealing.isPending ? 'report.sealing' : 'report.seal')}
              </Button>
              <p className="text-sm text-muted">{text('report.sealHelp')}</p>
            </>
          )}
          {sealing.error instanceof SaltError ? (
            <Notice kind="error" title={text('report.saltWrong')}>
              {text('report.saltWrongHelp')}
            </Notice>
          ) : sealing.error instanceof NotKeptError ? (
            <Notice kind="error">{text('report.cannotKeep')}</Notice>
          ) : (
            sealing.error && <Notice kind="error">{sentence(sealing.error)}</Notice>
          )}
        </Card>
      </div>
    </Section>
  );
}
