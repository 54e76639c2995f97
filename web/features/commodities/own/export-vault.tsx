import { Download } from 'lucide-react';
import { saveFile } from '../../../shared/files/save-file.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { commoditiesMessages } from '../messages.ts';

/** Saves what only this browser knows of the account as a file. */
export function ExportVault() {
  const text = useText(commoditiesMessages);
  const { exportFile } = useVault();
  return (
    <Button size="small" onClick={() => saveFile('commune-vault.json', exportFile(), 'application/json')}>
      <Download aria-hidden="true" className="size-4" />
      {text('unseal.export')}
    </Button>
  );
}
