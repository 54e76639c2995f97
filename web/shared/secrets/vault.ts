/**
 * What only this browser knows of an account: values of reports before they are revealed, sealed claims, evidence. No salts: those
 * are derived from the wallet's signature. Names are `report:<lotId>`, `seal:<commodityId>:<lotCode>`, `order:<orderId>` and so on.
 */
export type Vault = Readonly<Record<string, unknown>>;

export interface VaultFile {
  readonly format: 'trusted-commerce-commune.vault';
  readonly version: 1;
  /** Deployment and account it belongs to. */
  readonly commune: string;
  readonly account: string;
  readonly entries: Vault;
}

/** Where the vault of an account of a deployment lies in this browser. */
export function vaultKey(commune: string, account: string): string {
  return `vault.${commune}.${account.toLowerCase()}`;
}

export function readVault(found: unknown): Vault {
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Vault) : {};
}

/** The file that keeps a vault outside of the browser. */
export function toVaultFile(commune: string, account: string, entries: Vault): VaultFile {
  return { format: 'trusted-commerce-commune.vault', version: 1, commune, account, entries };
}

export type VaultFileProblem = 'notAVault' | 'otherCommune' | 'otherAccount';

/** Reads an exported file; a file of another deployment or account is refused. */
export function fromVaultFile(
  text: string,
  commune: string,
  account: string,
): { readonly entries: Vault } | { readonly problem: VaultFileProblem } {
  let file: Partial<VaultFile> | null;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'notAVault' };
  }
  if (file?.format !== 'trusted-commerce-commune.vault' || file.version !== 1) return { problem: 'notAVault' };
  if (file.commune !== commune) return { problem: 'otherCommune' };
  if (file.account?.toLowerCase() !== account.toLowerCase()) return { problem: 'otherAccount' };
  return { entries: readVault(file.entries) };
}
