import { Download } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import { twinMessages } from './messages.ts';

interface Props {
  link: string;
  linkName: string;
  /** What the QR code leads to. */
  what: string;
  exports?: readonly { readonly name: string; readonly file: string; readonly make: () => unknown }[];
}

/** QR code, link and files of a twin. */
export function SharePanel({ link, linkName, what, exports = [] }: Props) {
  const text = useText(twinMessages);
  return (
    <Section title={text('twin.share.title')}>
      <Card className="grid items-center gap-6 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <QrCode value={link} what={what} />
        <div className="grid gap-4">
          <div>
            <p className="text-sm text-muted">{linkName}</p>
            <p className="flex items-center gap-1 font-mono text-sm break-all">
              {link}
              <CopyButton value={link} label={linkName} />
            </p>
          </div>
          {exports.length > 0 && (
            <>
              <div className="flex flex-wrap gap-3">
                {exports.map(({ name, file, make }) => (
                  <Button key={file} onClick={() => saveJson(file, make())}>
                    <Download aria-hidden="true" className="size-4" />
                    {name}
                  </Button>
                ))}
              </div>
              <p className="text-sm text-muted">{text('twin.exportHelp')}</p>
            </>
          )}
        </div>
      </Card>
    </Section>
  );
}

function saveJson(file: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  URL.revokeObjectURL(url);
}
