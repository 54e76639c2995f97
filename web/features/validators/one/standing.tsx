import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { ELIGIBILITY_TONES } from '../candidates-table.tsx';
import { eligibility, rulesAt, standingAt, type TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { Leaving } from '../stake/leaving.tsx';
import { usePowers } from '../use-powers.ts';
import type { ValidatorDetails, ValidatorRules } from '../validator-page.tsx';

interface Props {
  candidate: ValidatorDetails;
  rules: ValidatorRules;
  now: TermNow;
}

/** Self-bond, power, record: what a voter looks at. */
export function Standing({ candidate, rules: versions, now: { countsFor } }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const power = usePowers(countsFor, [candidate.number]).data?.get(candidate.number);
  const standing = standingAt(candidate, countsFor);
  const state = eligibility(standing, power, rulesAt(versions, countsFor));
  const { coherentVotes, incoherentVotes, silentVotes, juryDutyCount } = candidate;
  return (
    <Section
      title={text('validators.behind')}
      actions={<Badge tone={ELIGIBILITY_TONES[state]}>{text(`validators.state.${state}`)}</Badge>}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <Facts
            facts={[
              [text('validators.candidate'), <Address key="a" address={candidate.account.id} />],
              [text('validators.selfBond'), <Tokens key="b" amount={standing.bond} />],
              ...(candidate.releaseEpoch !== null && candidate.releaseEpoch !== undefined
                ? [
                    [
                      text('validators.leaving'),
                      <Leaving key="l" amount={candidate.leaving} epoch={candidate.releaseEpoch} />,
                    ] as const,
                  ]
                : []),
              [text('validators.power'), power === undefined ? '…' : <Power key="p" amount={power} />],
              [
                text('validators.named'),
                text('validators.namedBy', { amount: format.token(candidate.backing), count: candidate.backers }),
              ],
              [text('validators.commission'), format.bps(standing.commissionBps)],
            ]}
          />
        </Card>
        <Card>
          <Facts
            facts={[
              [
                text('validators.jury'),
                juryDutyCount === 0
                  ? text('validators.juryNone')
                  : text('validators.juryOf', {
                      coherent: coherentVotes,
                      incoherent: incoherentVotes,
                      silent: silentVotes,
                    }),
              ],
              [text('validators.slashedSum'), <Tokens key="s" amount={candidate.slashed} />],
              [text('validators.earned'), <Money key="e" amount={candidate.commissions} />],
              [text('validators.since'), <Timestamp key="t" at={candidate.registeredAt} />],
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
