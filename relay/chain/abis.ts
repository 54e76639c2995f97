import { readFileSync } from 'node:fs';
import { type Abi, parseAbi } from 'viem';
import type { Commodities$Type } from '../../artifacts/contracts/commodities/Commodities.sol/artifacts.d.ts';
import type { Court$Type } from '../../artifacts/contracts/court/Court.sol/artifacts.d.ts';
import type { Disputes$Type } from '../../artifacts/contracts/disputes/Disputes.sol/artifacts.d.ts';
import type { Evaluations$Type } from '../../artifacts/contracts/experience/Evaluations.sol/artifacts.d.ts';
import type { ExperiencePower$Type } from '../../artifacts/contracts/experience/ExperiencePower.sol/artifacts.d.ts';
import type { CommuneGovernor$Type } from '../../artifacts/contracts/governance/CommuneGovernor.sol/artifacts.d.ts';
import type { Memberships$Type } from '../../artifacts/contracts/membership/Memberships.sol/artifacts.d.ts';
import type { QualityModels$Type } from '../../artifacts/contracts/models/QualityModels.sol/artifacts.d.ts';
import type { Demands$Type } from '../../artifacts/contracts/platforms/Demands.sol/artifacts.d.ts';
import type { Platforms$Type } from '../../artifacts/contracts/platforms/Platforms.sol/artifacts.d.ts';
import type { Recommenders$Type } from '../../artifacts/contracts/settlement/Recommenders.sol/artifacts.d.ts';
import type { Settlement$Type } from '../../artifacts/contracts/settlement/Settlement.sol/artifacts.d.ts';
import type { CommuneToken$Type } from '../../artifacts/contracts/token/CommuneToken.sol/artifacts.d.ts';
import type { Emission$Type } from '../../artifacts/contracts/token/Emission.sol/artifacts.d.ts';
import type { Elections$Type } from '../../artifacts/contracts/validators/Elections.sol/artifacts.d.ts';
import type { ValidatorRewards$Type } from '../../artifacts/contracts/validators/ValidatorRewards.sol/artifacts.d.ts';
import type { Validators$Type } from '../../artifacts/contracts/validators/Validators.sol/artifacts.d.ts';

/** The compiler's output; `npm run build` makes it. */
function read<Artifact extends { readonly abi: Abi }>(folder: string, name: string): Artifact['abi'] {
  const file = new URL(`../../artifacts/contracts/${folder}/${name}.sol/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as Artifact).abi;
}

/** ERC-20 with ERC-2612, as far as the relay uses it, and the errors of OpenZeppelin's. */
const asset = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function approve(address spender, uint256 value) returns (bool)',
  'function transfer(address to, uint256 value) returns (bool)',
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error SafeERC20FailedOperation(address token)',
]);

/** Interfaces of the contracts, by the names that a deployment gives them. */
export const abis = {
  asset,
  models: read<QualityModels$Type>('models', 'QualityModels'),
  commodities: read<Commodities$Type>('commodities', 'Commodities'),
  platforms: read<Platforms$Type>('platforms', 'Platforms'),
  demands: read<Demands$Type>('platforms', 'Demands'),
  recommenders: read<Recommenders$Type>('settlement', 'Recommenders'),
  settlement: read<Settlement$Type>('settlement', 'Settlement'),
  power: read<ExperiencePower$Type>('experience', 'ExperiencePower'),
  evaluations: read<Evaluations$Type>('experience', 'Evaluations'),
  token: read<CommuneToken$Type>('token', 'CommuneToken'),
  validators: read<Validators$Type>('validators', 'Validators'),
  elections: read<Elections$Type>('validators', 'Elections'),
  rewards: read<ValidatorRewards$Type>('validators', 'ValidatorRewards'),
  court: read<Court$Type>('court', 'Court'),
  disputes: read<Disputes$Type>('disputes', 'Disputes'),
  emission: read<Emission$Type>('token', 'Emission'),
  memberships: read<Memberships$Type>('membership', 'Memberships'),
  governor: read<CommuneGovernor$Type>('governance', 'CommuneGovernor'),
} as const;

export type ContractName = keyof typeof abis;

/** Every custom error that a call into the protocol can end with. */
export const errorAbi: Abi = Object.values(abis).flatMap((abi: Abi) => abi.filter(({ type }) => type === 'error'));
