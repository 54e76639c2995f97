import { expect } from 'chai';
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  parseEther,
  toFunctionSelector,
  toFunctionSignature,
} from 'viem';
import { parameterSetters } from '../../../protocol/governance/limits.ts';
import { listedFunctions } from '../../../protocol/governance/listed-functions.ts';
import {
  ACTION_IDS,
  actionKind,
  actionKinds,
  FIELD_NAMES,
} from '../../../web/features/governance/actions/action-kinds.ts';
import { valuesBefore } from '../../../web/features/governance/actions/before.ts';
import { decodeCall } from '../../../web/features/governance/actions/decode-call.ts';
import { encodeAction, readField } from '../../../web/features/governance/actions/encode-action.ts';
import { parseUnit, plainUnit } from '../../../web/features/governance/actions/units.ts';
import {
  callOf,
  chooseFunction,
  type Draft,
  fillIn,
  functionDraft,
  isSame,
  newDraft,
  typeArgument,
  typeInto,
} from '../../../web/features/governance/new/drafts.ts';
import { CONTRACT_NAMES, functionsOf, readArgument } from '../../../web/features/governance/new/function-call.ts';
import { abis, type ContractName } from '../../../web/shared/chain/contracts.ts';

const contracts = Object.fromEntries(
  Object.keys(abis).map((name, i) => [name, getAddress(`0x${(i + 1).toString(16).padStart(40, '0')}`)]),
) as Record<ContractName, Address>;
const SOMEBODY = getAddress(`0x${'ab'.repeat(20)}`);

/** Something that fits each field. */
const example = (unit: string, min?: bigint) =>
  unit === 'address'
    ? SOMEBODY
    : unit === 'text'
      ? 'https://shop.example'
      : unit === 'class'
        ? 'emergency'
        : unit === 'membership'
          ? 'validator'
          : unit === 'platform'
            ? '2'
            : plainUnit(unit as 'bps', min ?? 1n);

describe('forms of proposals', () => {
  it('are there for all parameters, and for whatever is listed', () => {
    const ids = new Set<string>(ACTION_IDS);
    for (const { contract, signature } of [...parameterSetters, ...listedFunctions]) {
      expect(ids.has(`${contract}.${signature.split('(')[0]}`), `${contract}.${signature}`).to.equal(true);
    }
  });

  it('have known fields, with limits where the code has them', () => {
    for (const { id, fields, keys } of actionKinds) {
      expect(fields.length, id).to.be.greaterThan(0);
      for (const { name } of fields) expect(FIELD_NAMES, id).to.include(name);
      const setter = parameterSetters.find(
        ({ contract, signature }) => id === `${contract}.${signature.split('(')[0]}`,
      );
      if (setter)
        expect(fields.slice(keys).map(({ max }) => max)).to.deep.equal(setter.parameters.map(({ max }) => max));
    }
  });

  it('make the calls that the listed signatures name, and are read back', () => {
    for (const kind of actionKinds) {
      const typed = kind.fields.map(({ unit, min }) => example(unit, min));
      const call = encodeAction(kind, typed, contracts);
      if (call === null) throw new Error(`${kind.id}: ${typed.join()}`);
      const signature = [...parameterSetters, ...listedFunctions].find(
        (one) => kind.id === `${one.contract}.${one.signature.split('(')[0]}`,
      )?.signature;
      if (signature) expect(call.data.slice(0, 10), kind.id).to.equal(toFunctionSelector(signature));
      const decoded = decodeCall(call, contracts);
      if (decoded.kind !== 'known') throw new Error(`${kind.id} is ${decoded.kind}`);
      expect(decoded.action.id).to.equal(kind.id);
      const values = kind.fields.map((field, i) => readField(field, typed[i] ?? '').value);
      expect(decoded.values.map(String), kind.id).to.deep.equal(values.map(String));
    }
  });

  it('refuse what is outside of the limits, and what is no value', () => {
    const [kappa] = actionKind('evaluations.setKappa').fields;
    if (!kappa) throw new Error('no field');
    expect(readField(kappa, '').problem).to.equal('empty');
    expect(readField(kappa, '49.99').problem).to.equal('tooSmall');
    expect(readField(kappa, '90,01').problem).to.equal('tooLarge');
    expect(readField(kappa, '70').value).to.equal(7_000n);
    expect(readField(kappa, '70.001').problem).to.equal('bad');
    expect(readField(kappa, 'much').problem).to.equal('bad');
    expect(readField({ name: 'recipient', unit: 'address' }, '0x12').problem).to.equal('badAddress');
    expect(readField({ name: 'amount', unit: 'hex' }, '0x123').problem).to.equal('badHex');
    expect(encodeAction(actionKind('evaluations.setKappa'), ['95'], contracts)).to.equal(null);
  });

  it('begin with the values of now', () => {
    const kind = actionKind('governor.setTiming');
    const chosen = typeInto(newDraft(1, kind.id), 0, 'parameter');
    const draft = fillIn(chosen, kind, [86_400n, 5n * 86_400n]);
    expect(draft.typed).to.deep.equal(['parameter', '1', '5']);
    expect(isSame(draft, kind, [86_400n, 5n * 86_400n])).to.equal(true);
    const changed = typeInto(draft, 2, '6.5');
    expect(isSame(changed, kind, [86_400n, 5n * 86_400n])).to.equal(false);
    const call = callOf(changed, contracts);
    const args = [1, 86_400, 6.5 * 86_400] as const;
    expect(call?.data).to.equal(encodeFunctionData({ abi: abis.governor, functionName: 'setTiming', args }));
    expect(typeInto(changed, 0, 'emergency').typed).to.deep.equal(['emergency', undefined, undefined]);
  });

  it('take any call that is encoded', () => {
    const raw = { key: 1, id: 'raw', typed: [SOMEBODY, '0x12345678'] } as const;
    expect(callOf(raw, contracts)).to.deep.equal({ target: SOMEBODY, value: 0n, data: '0x12345678' });
    expect(callOf({ ...raw, typed: [SOMEBODY, ''] }, contracts)).to.equal(null);
  });
});

describe('any function of our contracts', () => {
  const fresh = newDraft(1, 'call');
  const of = (contract: ContractName, name: string) => {
    const item = functionsOf(contract).find((one) => one.name === name);
    return chooseFunction(fresh, contract, item && toFunctionSignature(item));
  };
  const fill = (draft: Draft, ...texts: string[]) => texts.reduce((one, text, i) => typeArgument(one, i, text), draft);

  it('is called with what was typed', () => {
    expect(callOf(fresh, contracts)).to.equal(null);
    expect(callOf(chooseFunction(fresh, 'power'), contracts)).to.equal(null);
    const appoint = of('power', 'appointMinter');
    expect(callOf(appoint, contracts)).to.equal(null);
    // In any order.
    const typed = typeArgument(typeArgument(appoint, 1, 'true'), 0, SOMEBODY);
    const args = [SOMEBODY, true] as const;
    const data = encodeFunctionData({ abi: abis.power, functionName: 'appointMinter', args });
    expect(callOf(typed, contracts)).to.deep.equal({ target: contracts.power, value: 0n, data });
    expect(callOf(typeInto(typed, 2, SOMEBODY), contracts)?.target).to.equal(SOMEBODY);
    expect(callOf(typeInto(typed, 2, '0x12'), contracts)).to.equal(null);
  });

  it('takes structs by their members, and lists', () => {
    const rules = fill(of('validators', 'setRules'), '9', '10', '20');
    const args = [{ seats: 9, minSelfBond: 10n, minPower: 20n }] as const;
    expect(callOf(rules, contracts)?.data).to.equal(
      encodeFunctionData({ abi: abis.validators, functionName: 'setRules', args }),
    );
    const roles = fill(of('access', 'setTargetFunctionRole'), SOMEBODY, '0x12345678, 0x9abcdef0', '7');
    const listed = [SOMEBODY, ['0x12345678', '0x9abcdef0'], 7n] as const;
    expect(callOf(roles, contracts)?.data).to.equal(
      encodeFunctionData({ abi: abis.access, functionName: 'setTargetFunctionRole', args: listed }),
    );
  });

  it('forgets arguments when another one is chosen', () => {
    const typed = fill(of('power', 'appointMinter'), SOMEBODY, 'true');
    expect(chooseFunction(typed, 'token').typed.slice(1)).to.deep.equal(['', undefined]);
  });

  it('refuses what is none of the type', () => {
    const bad: readonly (readonly [string, string])[] = [
      ...([
        ['address', '0x12'],
        ['bool', 'yes'],
        ['bool', ''],
      ] as const),
      ...([
        ['uint8', '256'],
        ['uint8', '-1'],
        ['uint8', ''],
        ['uint256', '1.5'],
        ['int8', '128'],
        ['int8', '-129'],
      ] as const),
      ...([
        ['bytes4', '0x123456'],
        ['bytes', '0x1'],
        ['bytes32', 'digest'],
        ['uint8[]', '1,,2'],
        ['uint8[]', '1,256'],
      ] as const),
    ];
    for (const [type, text] of bad) expect(readArgument(type, text), `${type} ${text}`).to.equal(undefined);
    expect(readArgument('uint8', '255')).to.equal(255n);
    expect(readArgument('int8', '-128')).to.equal(-128n);
    expect(readArgument('uint256', String(2n ** 256n - 1n))).to.equal(2n ** 256n - 1n);
    expect(readArgument('uint256', String(2n ** 256n))).to.equal(undefined);
    expect(readArgument('uint32[]', '')).to.deep.equal([]);
    expect(readArgument('string', 'any, text')).to.equal('any, text');
    expect(readArgument('bool', 'false')).to.equal(false);
  });

  it('is there for all that only decisions reach', () => {
    const appointments = functionsOf('commodities').map(({ name }) => name);
    expect(appointments).to.include.members(['appointEvaluations', 'appointDisputes']);
    for (const contract of CONTRACT_NAMES) {
      for (const item of functionsOf(contract)) {
        const draft = chooseFunction(newDraft(1, 'call'), contract, toFunctionSignature(item));
        expect(functionDraft(draft).item, `${contract}.${item.name}`).to.deep.equal(item);
      }
    }
  });
});

describe('units that people type', () => {
  it('are read and written back', () => {
    expect(parseUnit('bps', '6.5')).to.equal(650n);
    expect(parseUnit('asset', '12,5')).to.equal(12_500_000n);
    expect(parseUnit('ctt', '1.5')).to.equal(parseEther('1.5'));
    expect(parseUnit('seconds', '2')).to.equal(172_800n);
    expect(parseUnit('count', '1.5')).to.equal(null);
    expect(parseUnit('asset', '-1')).to.equal(null);
    expect(parseUnit('asset', '1.')).to.equal(1_000_000n);
    for (const seconds of [60n, 3_600n, 86_399n, 86_400n, 90_061n]) {
      expect(parseUnit('seconds', plainUnit('seconds', seconds)), String(seconds)).to.equal(seconds);
    }
  });
});

describe('calls of a proposal', () => {
  const of = (target: Address, data: Hex) => decodeCall({ target, data }, contracts);

  it('are read with the names of their arguments', () => {
    const args = [SOMEBODY, true] as const;
    const data = encodeFunctionData({ abi: abis.power, functionName: 'appointMinter', args });
    expect(of(contracts.power, data)).to.deep.equal({
      kind: 'decoded',
      contract: 'power',
      functionName: 'appointMinter',
      args: [
        { name: 'account', type: 'address', value: SOMEBODY },
        { name: 'appointed', type: 'bool', value: true },
      ],
    });
  });

  it('are shown raw where contract or function are unknown', () => {
    expect(of(SOMEBODY, '0x12345678')).to.deep.equal({ kind: 'unknownTarget', selector: '0x12345678' });
    expect(of(SOMEBODY, '0x')).to.deep.equal({ kind: 'unknownTarget', selector: null });
    expect(of(contracts.power, '0x12345678')).to.include({ kind: 'unknownFunction', contract: 'power' });
    const short = encodeFunctionData({ abi: abis.platforms, functionName: 'suspend', args: [1] }).slice(0, 20) as Hex;
    expect(of(contracts.platforms, short).kind).to.equal('unknownFunction');
  });

  it('say what was before they were carried out', () => {
    const rules = { seats: 9, minSelfBond: 10n, minPower: 20n };
    const data = encodeFunctionData({ abi: abis.validators, functionName: 'setRules', args: [rules] });
    const changes = [
      { contract: contracts.validators.toLowerCase(), name: 'electionSeats', previous: '7', scope: null },
      { contract: SOMEBODY, name: 'minPower', previous: '1', scope: null },
    ];
    const decoded = of(contracts.validators, data);
    expect(valuesBefore(decoded, contracts.validators, changes)).to.deep.equal([7n, 10n, 20n]);
  });
});
