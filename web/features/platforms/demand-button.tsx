import { useState } from 'react';
import { caseMessages } from '../../shared/cases/case-messages.ts';
import { DemandDialog } from '../../shared/cases/demand-dialog.tsx';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { PlatformDetails } from './platform-page.tsx';

/** Opens the demand of a leaf of any of a platform's statements. */
export function DemandButton({ platform }: { platform: PlatformDetails }) {
  const text = useText(caseMessages);
  const [open, setOpen] = useState(false);
  const statements = platform.statements.map(({ epoch, timestamp }) => ({
    platformId: platform.number,
    epoch: epoch.number,
    postedAt: Number(timestamp),
  }));
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {text('cases.demand')}
      </Button>
      <DemandDialog statements={statements} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
