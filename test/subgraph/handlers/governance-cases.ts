import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob } from './fixtures.ts';
import { CONSTITUTIONAL, EMERGENCY, PARAMETER } from './fixtures-governance.ts';

const timing = (decisionClass: number, votingDelay: number, votingPeriod: number) =>
  emit('governor', 'TimingSet', { class: decisionClass, votingDelay, votingPeriod });
const threshold = (thresholdBps: number) => emit('governor', 'ThresholdSet', { thresholdBps });
const extension = (seconds: number) => emit('governor', 'LateFlipExtensionSet', { extension: seconds });
const turnoutFloor = (oldQuorumNumerator: bigint, newQuorumNumerator: bigint) =>
  emit('governor', 'QuorumNumeratorUpdated', { oldQuorumNumerator, newQuorumNumerator });
const delay = (oldDuration: bigint, newDuration: bigint) =>
  emit('timelock', 'MinDelayChange', { oldDuration, newDuration });
const appointed = (elections: string, validators: string) =>
  emit('governor', 'ElectionsAppointed', { elections, validators });
const listed = (selector: string, decisionClass: number) =>
  emit('governor', 'ClassSet', { target: addressOf('platforms'), selector, class: decisionClass });
const guardian = emit('guardian', 'GuardianAppointed', { guardian: alice, expiresAt: at(90) });

/** In another order than that of the contracts' constructors: none of them counts on one. */
const deployment = block(
  at(0),
  ...[guardian, delay(0n, 60n), extension(200), turnoutFloor(0n, 400n), threshold(50), timing(EMERGENCY, 3, 9)],
  ...[appointed(alice, bob), emit('governor', 'LeastTurnoutFixed', { leastTurnout: 10_000_000n })],
  ...[listed('0x11111111', PARAMETER), listed('0x22222222', EMERGENCY)],
);

export const governanceCases: Case[] = [
  {
    name: 'governance: settings of the deployment and their changes',
    blocks: [
      deployment,
      block(at(1), threshold(60), turnoutFloor(400n, 500n), extension(300), delay(60n, 90n)),
      block(at(2), timing(EMERGENCY, 4, 8), timing(CONSTITUTIONAL, 5, 20)),
      block(at(3), appointed(bob, alice), listed('0x11111111', CONSTITUTIONAL)),
    ],
    assertions: [
      {
        query: `{ governance(id: "0x00") { leastTurnout turnoutFloorBps thresholdBps lateFlipExtension timelockDelay elections guardian guardianUntil guardianResigned proposals executed votes }
          classTimings(orderBy: id) { id decisionClass votingDelay votingPeriod }
          listedFunctions(orderBy: id) { id target selector decisionClass listedAt }
          settings: parameterChanges(where: { contract: "${addressOf('governor')}", scope: null, timestamp_gt: "${at(0)}" }, orderBy: name) { name previous current fromEpoch fromElection fromTime }
          timings: parameterChanges(where: { name: "votingPeriod" }, orderBy: timestamp) { contract previous current scope }
          delays: parameterChanges(where: { name: "timelockDelay" }, orderBy: timestamp) { contract previous current scope }
          first: parameterChanges(where: { name_in: ["thresholdBps", "turnoutFloorBps", "lateFlipExtension"], timestamp: "${at(0)}" }, orderBy: name) { name previous current }
          appointments(where: { contract: "${addressOf('governor')}", timestamp: "${at(3)}" }, orderBy: role) { role account appointed } }`,
        expected: {
          governance: {
            ...{ leastTurnout: '10000000', turnoutFloorBps: 500, thresholdBps: 60, lateFlipExtension: '300' },
            ...{ timelockDelay: '90', elections: bob, guardian: alice, guardianUntil: `${at(90)}` },
            ...{ guardianResigned: false, proposals: 0, executed: 0, votes: 0 },
          },
          classTimings: [
            { id: '0x00', decisionClass: 'CONSTITUTIONAL', votingDelay: '5', votingPeriod: '20' },
            { id: '0x02', decisionClass: 'EMERGENCY', votingDelay: '4', votingPeriod: '8' },
          ],
          listedFunctions: [
            { selector: '0x11111111', decisionClass: 'CONSTITUTIONAL', listedAt: `${at(3)}` },
            { selector: '0x22222222', decisionClass: 'EMERGENCY', listedAt: `${at(0)}` },
          ].map((one) => ({
            id: `${addressOf('platforms')}${one.selector.slice(2)}`,
            target: addressOf('platforms'),
            ...one,
          })),
          settings: [
            { name: 'lateFlipExtension', previous: '200', current: '300' },
            { name: 'thresholdBps', previous: '50', current: '60' },
            { name: 'turnoutFloorBps', previous: '400', current: '500' },
          ].map((one) => ({ ...one, fromEpoch: null, fromElection: null, fromTime: null })),
          timings: [
            { contract: addressOf('governor'), previous: '0', current: '9', scope: 'EMERGENCY' },
            { contract: addressOf('governor'), previous: '9', current: '8', scope: 'EMERGENCY' },
            { contract: addressOf('governor'), previous: '0', current: '20', scope: 'CONSTITUTIONAL' },
          ],
          delays: [
            { contract: addressOf('timelock'), previous: '0', current: '60', scope: null },
            { contract: addressOf('timelock'), previous: '60', current: '90', scope: null },
          ],
          first: [
            { name: 'lateFlipExtension', previous: '0', current: '200' },
            { name: 'thresholdBps', previous: '0', current: '50' },
            { name: 'turnoutFloorBps', previous: '0', current: '400' },
          ],
          appointments: [
            { role: 'elections', account: bob, appointed: true },
            { role: 'validators', account: alice, appointed: true },
          ],
        },
      },
    ],
  },
  {
    name: 'governance: the guardian resigns',
    blocks: [deployment, block(at(5), emit('guardian', 'GuardianResigned', { guardian: alice }))],
    assertions: [
      {
        query: '{ governance(id: "0x00") { guardian guardianUntil guardianResigned } }',
        expected: { governance: { guardian: alice, guardianUntil: `${at(90)}`, guardianResigned: true } },
      },
    ],
  },
];
