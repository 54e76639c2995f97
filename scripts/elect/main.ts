/** `npm run elect`: solves the open election of validators and submits the solution. See options.ts. */
import { BaseError, createPublicClient, createWalletClient, formatUnits, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { formatTable } from '../cycle/table.ts';
import { UsageError } from '../cycle/usage-error.ts';
import { type Elected, elect } from './elect.ts';
import { parseOptions, USAGE } from './options.ts';

const say = (text: string) => console.log(`[elect] ${text}`);

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else {
    const { rpcUrl, elections, edgesPerPage, privateKey } = options;
    const transport = http(rpcUrl);
    const wallet = privateKey && createWalletClient({ account: privateKeyToAccount(privateKey), transport });
    const client = createPublicClient({ transport });
    print(await elect(client, { elections, edgesPerPage, say, ...(wallet && { wallet }) }));
  }
} catch (error) {
  console.error(error instanceof UsageError ? error.message : `The election was not solved: ${reasonOf(error)}`);
  process.exitCode = 1;
}

function reasonOf(error: unknown): string {
  return error instanceof BaseError ? [error.shortMessage, error.details].join(' ').trim() : String(error);
}

function print(elected: Elected): void {
  if (elected.result === 'closed') {
    const opensAt = new Date(elected.opensAt * 1_000).toISOString();
    say(`no election is open; the one for term ${elected.term} opens at ${opensAt}`);
    return;
  }
  if (elected.result === 'no solution') {
    say(`only ${elected.winners} eligible candidates have support, and a set needs three: the old set stays`);
    return;
  }
  const { solution, outcome, snapshot, result, transactions } = elected;
  const supports = solution.winners.map((_, i) =>
    solution.voters
      .flatMap(({ edges }) => edges)
      .reduce((sum, edge) => (edge.winner === i ? sum + edge.amount : sum), 0n),
  );
  const columns = ['candidate', 'CTT behind'].map((title) => ({ title, align: 'right' as const }));
  console.log(
    formatTable(
      columns,
      solution.winners.map((id, i) => [String(id), formatUnits(supports[i] as bigint, 18)]),
    ),
  );
  say(
    `term ${snapshot.term}: ${outcome.winners} winners, the least of them with ${formatUnits(outcome.least, 18)} CTT behind`,
  );
  if (result === 'solved') say('dry run: nothing was sent');
  else if (result === 'not better') say('a solution as good as this is queued already: nothing was sent');
  else say(`submitted: ${transactions.join(', ')}`);
}
