import { now } from '../local/time.ts';
import { Agenda } from '../residents/agenda.ts';
import { castResidents } from '../residents/cast.ts';
import { ChainView } from '../residents/chain-view.ts';
import { Docket } from '../residents/docket.ts';
import { judge } from '../residents/judge.ts';
import { live } from '../residents/live.ts';
import { RelayClient } from '../residents/relay-client.ts';
import { newMemory, type Settings } from '../residents/settings.ts';
import type { ControlContext, OpenControl } from '../stack/types.ts';
import { acceptTruth } from './accept-truth.ts';
import { answer, type Routes } from './answer.ts';
import { type ControlState, clockRequest, faucetRequest, measurementQuery, truthRequest } from './api.ts';
import { ClockMover } from './clock-mover.ts';
import { comingUp, dutiesOf } from './court-calendar.ts';
import { fillFromFaucet } from './faucet.ts';
import { measureFor } from './measurement.ts';
import { phaseAt } from './phase.ts';
import { check, readBody } from './read-body.ts';
import { tickRelay } from './tick-relay.ts';
import { TruthStore } from './truth-store.ts';
import { votesLeft } from './vote-calendar.ts';

/** Opens what lives behind `/local`: the clock, the residents, the faucet. */
export const openControl: OpenControl = async (context) => {
  const truths = new TruthStore(context.dataFolder, worldOf(context));
  const settings = await settle(context, truths);
  const mover = moverOf(context, settings);
  // So that the first move does not wait for it. Who cannot sign in now does it then.
  const ending = new AbortController();
  const signedIn = signIn(settings, ending.signal).catch(() => {});
  const routes = routesOf(context, settings, truths, mover);
  return {
    handle: (request, response) => answer(routes, request, response, (error) => report(context, 'a request', error)),
    close: async () => {
      ending.abort();
      await mover.close();
      await signedIn;
    },
  };
};

function worldOf({ commune }: ControlContext): string {
  return `${commune.contracts.settlement.address}/${commune.clock.genesis}`;
}

async function settle(context: ControlContext, truths: TruthStore): Promise<Settings> {
  const { commune, relay: access, origin } = context;
  const relay = new RelayClient({ ...access, origin }, commune.chainId);
  return {
    commune,
    relay,
    truths,
    chain: new ChainView(commune),
    docket: new Docket(commune),
    agenda: new Agenda(commune),
    cast: await castResidents(commune),
    memory: newMemory(),
    tick: () => tickRelay(relay),
    failed: (what, error) => report(context, what, error),
  };
}

async function signIn({ relay, cast }: Settings, signal: AbortSignal): Promise<void> {
  for (const { key } of [...cast.testers, ...cast.producers, ...cast.consumers]) {
    if (signal.aborted) return;
    await relay.signIn(key);
  }
}

function moverOf({ commune, subgraph, ...context }: ControlContext, settings: Settings): ClockMover {
  return new ClockMover({
    clock: commune.clock,
    now: () => now(commune),
    advance: async (time) => {
      if ((await now(commune)) < time) await commune.connection.networkHelpers.time.increaseTo(time);
    },
    tick: settings.tick,
    live: async (visitor) => Object.values(await live(settings, visitor)).reduce((sum, deeds) => sum + deeds, 0),
    judge: (visitor) => judge(settings, visitor),
    docket: () => settings.docket.open(),
    agenda: () => settings.agenda.open(),
    duties: async (visitor) => {
      const candidateId = await commune.contracts.validators.read.candidateIdOf([visitor]);
      const ofJuror = dutiesOf(await settings.docket.open()).filter((duty) => duty.candidateId === candidateId);
      return [...ofJuror, ...(await votesLeft(commune, await settings.agenda.open(), visitor))];
    },
    indexed: async () => subgraph.reach(await commune.publicClient.getBlockNumber({ cacheTime: 0 })),
    failed: (error) => report(context, 'the clock', error),
  });
}

function routesOf(context: ControlContext, settings: Settings, truths: TruthStore, mover: ClockMover): Routes {
  const { commune } = context;
  return {
    'GET /state': async () => ({ status: 200, body: await stateOf(context, settings, mover) }),
    'POST /clock': async (request) => {
      const { to, as: visitor } = await readBody(request, clockRequest);
      await mover.begin(to, visitor);
      return { status: 202, body: await stateOf(context, settings, mover) };
    },
    'POST /truth': async (request) => {
      const truth = await readBody(request, truthRequest);
      await acceptTruth(settings, truths, truth);
      return { status: 200, body: truth };
    },
    'POST /faucet': async (request) => {
      const { address } = await readBody(request, faucetRequest);
      return { status: 200, body: await fillFromFaucet(commune, address) };
    },
    'GET /measurement': async (_, query) => {
      const { lotId, address } = check(measurementQuery, Object.fromEntries(query));
      return { status: 200, body: await measureFor(settings, lotId, address) };
    },
  };
}

async function stateOf(
  { commune, subgraph }: ControlContext,
  { agenda, docket }: Settings,
  { busy, step, error, halted }: ClockMover,
): Promise<ControlState> {
  const { clock } = commune;
  const time = await now(commune);
  const open = await docket.open();
  const duties = dutiesOf(open);
  const disputes = open.map(({ disputeId, caseId, round, phase, endsAt }) => ({
    disputeId: Number(disputeId),
    caseId: caseId === 0n ? null : Number(caseId),
    round,
    phase,
    endsAt: endsAt === 0 ? null : endsAt,
    waitingFor: duties.filter((duty) => duty.disputeId === disputeId).map(({ candidateId }) => candidateId),
  }));
  const moving = { busy, step, error, halted };
  const next = comingUp(clock, time, open, await agenda.open());
  return { now: time, ...phaseAt(clock, time), ...moving, next, disputes, subgraph: await subgraph.status() };
}

function report({ say }: Pick<ControlContext, 'say'>, what: string, error: unknown): void {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  say({ en: `${what}: ${reason}`, 'zh-Hans': `${what}：${reason}` });
}
