import { useMemo, useState } from 'react';
import { EvidenceFields } from '../../../shared/disputes/evidence-fields.tsx';
import { EvidenceView } from '../../../shared/disputes/evidence-view.tsx';
import { submitEvidence } from '../../../shared/disputes/transactions/open-case.ts';
import { useEvidence } from '../../../shared/disputes/use-evidence.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Address } from '../../../shared/ui/address.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import type { CaseDetails } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';

/** What was handed in, checked against its fingerprint, and how to add to it. */
export function EvidenceSection({ one }: { one: CaseDetails }) {
  const text = useText(courtMessages);
  const [adding, setAdding] = useState(false);
  const account = useAccount();
  const isOpen = one.state === 'COLLECTING' || one.state === 'PENDING';
  const roleOf = (address: string) => {
    if (address === one.producer?.id) return text('court.producer');
    if (address === one.expert.id) return text('court.expert');
    return one.challenges.some(({ challenger }) => challenger.id === address) ? text('court.challenger') : null;
  };
  return (
    <Section
      title={text('court.evidence')}
      intro={isOpen ? text('court.evidenceHelp') : undefined}
      actions={isOpen && account && <Button onClick={() => setAdding(true)}>{text('court.evidenceAdd')}</Button>}
    >
      {one.evidence.length === 0 ? (
        <p className="text-muted">{text('court.evidenceNone')}</p>
      ) : (
        <ol className="grid items-start gap-4 lg:grid-cols-2">
          {one.evidence.map(({ id, cid, party, timestamp }) => {
            const role = roleOf(party.id);
            return (
              <li key={id}>
                <Card className="grid gap-3">
                  <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
                    <span className="flex flex-wrap items-center gap-2">
                      <Address address={party.id} plain />
                      {role && <Badge>{role}</Badge>}
                    </span>
                    <span className="text-muted">
                      <Timestamp at={timestamp} />
                    </span>
                  </p>
                  <EvidenceView cid={cid} />
                </Card>
              </li>
            );
          })}
        </ol>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={text('court.evidenceAdd')} shape="wide">
        <EvidenceForm caseId={one.number} onDone={() => setAdding(false)} />
      </Dialog>
    </Section>
  );
}

function EvidenceForm({ caseId, onDone }: { caseId: number; onDone: () => void }) {
  const text = useText(courtMessages);
  const toast = useToast();
  const evidence = useEvidence();
  const { digest } = evidence;
  const request = useMemo(() => (digest ? submitEvidence(caseId, digest) : null), [caseId, digest]);
  return (
    <div className="grid gap-5">
      <EvidenceFields evidence={evidence} />
      <TransactionButton
        request={request}
        before={evidence.publish}
        onDone={() => {
          toast({ key: `evidence:${caseId}`, kind: 'success', title: text('court.evidenceAdded') });
          onDone();
        }}
      >
        {text('court.evidenceSend')}
      </TransactionButton>
    </div>
  );
}
