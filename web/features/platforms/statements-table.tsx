import { Link } from '@tanstack/react-router';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../shared/ui/badge.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { CountDown } from '../../shared/ui/count-down.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { platformsMessages } from './messages.ts';
import type { PlatformDetails } from './platform-page.tsx';
import { dueStatement, type StatementStage, statementStage } from './platform-view.ts';

type Statement = PlatformDetails['statements'][number];
const TONES: Record<StatementStage['kind'], Tone> = { window: 'amber', opening: 'sky', finished: 'neutral' };

/** What a platform has settled, epoch by epoch, and how far each statement is. */
export function StatementsTable({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const { statements } = platform;
  return (
    <Section title={text('platforms.statements')}>
      <NextStatement platform={platform} />
      {statements.length === 0 ? (
        <p className="text-muted">{text('platforms.statementsNone')}</p>
      ) : (
        <DataTable
          caption={text('platforms.statements')}
          rows={statements}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'epoch',
              label: text('platforms.statement'),
              cell: ({ epoch }) => <EpochLink epoch={epoch.number} />,
            },
            { key: 'status', label: text('platforms.status'), cell: (one) => <Stage statement={one} /> },
            {
              key: 'cases',
              label: text('platforms.openCases'),
              cell: ({ openChallenges, openDemands }) =>
                text('platforms.openCasesOf', { challenges: openChallenges, demands: openDemands }),
            },
            { key: 'orders', label: text('platforms.orders'), numeric: true, cell: ({ orders }) => orders },
            {
              key: 'sales',
              label: text('platforms.sales'),
              numeric: true,
              cell: ({ sales }) => <Money amount={sales} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function EpochLink({ epoch }: { epoch: number }) {
  const text = useText(platformsMessages);
  return (
    <Link
      to="/epochs/$number"
      params={{ number: String(epoch) }}
      className="inline-flex min-h-9 items-center font-medium text-jade underline underline-offset-4"
    >
      {`${text('check.epoch')} ${epoch}`}
    </Link>
  );
}

function Stage({ statement }: { statement: Statement }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const { clock } = useAppConfig();
  const now = useNow() ?? 0;
  const { epoch, opensAt, swept } = statement;
  const stage = statementStage({ epoch: epoch.number, opensAt: Number(opensAt), swept }, clock, now);
  return (
    <span className="grid justify-items-start gap-0.5">
      <Badge tone={TONES[stage.kind]}>{text(`platforms.status.${stage.kind}`)}</Badge>
      {'until' in stage && (
        <span className="text-sm text-muted">
          {text('platforms.until', { date: format.dateTime(stage.until) })} · <CountDown until={stage.until} />
        </span>
      )}
    </span>
  );
}

/** The statement of the epoch before this one, while it can still come. */
function NextStatement({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const { clock } = useAppConfig();
  const current = useEpoch();
  if (!current) return null;
  const { statements, suspended, suspensions, admittedAt } = platform;
  const [latest] = suspensions;
  const settler = {
    admittedAt: Number(admittedAt),
    suspendedSince: suspended && latest ? Number(latest.timestamp) : null,
    posted: statements.map(({ epoch }) => epoch.number),
  };
  const due = dueStatement(settler, clock, current.epoch);
  if (due === null) return null;
  return (
    <Notice title={`${text('check.epoch')} ${due}`}>
      {text('platforms.status.due', { date: format.dateTime(current.endsAt) })} · <CountDown until={current.endsAt} />
    </Notice>
  );
}
