import { useState } from 'react';
import { saveFile } from '../../../shared/files/save-file.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import type { VaultFileProblem } from '../../../shared/secrets/vault.ts';
import { type KeptFile, packBackup, unpackBackup } from './backup.ts';
import { getFile, putFile } from './file-store.ts';
import type { VaultReport } from './vault-report.ts';

const REPORT = /^report:\d+$/;
const SAVED = 'saved';

/** Saves the vault with its evidence as a file and loads it again; knows whether something was added since it was saved. */
export function useBackup() {
  const vault = useVault();
  const [problem, setProblem] = useState<VaultFileProblem | null>(null);
  const [loaded, setLoaded] = useState<number | null>(null);
  const [hasSaved, setHasSaved] = useState(false);
  const names = Object.keys(vault.entries).filter((name) => REPORT.test(name));
  const reports = names.map((name) => vault.entries[name] as VaultReport).filter(({ isRevealed }) => !isRevealed);
  const mark = reports.map(({ commitment }) => commitment).join();
  const forget = () => {
    setProblem(null);
    setLoaded(null);
    setHasSaved(false);
  };

  return {
    waiting: reports.length,
    isSaved: vault.get<string>(SAVED) === mark,
    problem,
    loaded,
    hasSaved,
    save: async () => {
      forget();
      const files = await Promise.all(reports.flatMap(evidenceOf).map(readKept));
      const present = files.filter((file) => file !== null);
      saveFile('commune-vault.json', packBackup(vault.exportFile(), present), 'application/json');
      vault.put(SAVED, mark);
      setHasSaved(true);
    },
    load: async (file: File) => {
      forget();
      const { vault: text, files } = unpackBackup(await file.text());
      const found = vault.importFile(text);
      if (found) return setProblem(found);
      for (const { cid, mime, bytes } of files) await putFile(cid, new Blob([bytes], { type: mime }));
      setLoaded(
        Object.keys((JSON.parse(text) as { entries: object }).entries).filter((name) => REPORT.test(name)).length,
      );
    },
  };
}

function evidenceOf({ draft }: VaultReport): { cid: string; mime: string }[] {
  return Object.values(draft.parameters).flatMap(({ evidence }) => evidence.map(({ cid, mime }) => ({ cid, mime })));
}

async function readKept({ cid, mime }: { cid: string; mime: string }): Promise<KeptFile | null> {
  const file = await getFile(cid).catch(() => undefined);
  return file ? { cid, mime, bytes: new Uint8Array(await file.arrayBuffer()) } : null;
}
