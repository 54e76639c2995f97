import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useErrorText } from '../../shared/errors/use-error-text.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSession } from '../../shared/relay/use-session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { recommendersMessages } from './messages.ts';

/** Takes a link back, after one question. */
export function RevokeLink({ code }: { code: string }) {
  const text = useText(recommendersMessages);
  const sentence = useErrorText();
  const { request } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoking = useMutation({
    mutationFn: () => request(`/referrals/grants/${encodeURIComponent(code)}`, { method: 'DELETE' }),
    onSuccess: () => setAsking(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['relay'] }),
  });
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
        {text('recommenders.revoke')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text('recommenders.revokeTitle')}>
        <div className="grid gap-4">
          <p>{text('recommenders.revokeHelp')}</p>
          {revoking.error && <Notice kind="error">{sentence(revoking.error)}</Notice>}
          <Button kind="danger" busy={revoking.isPending} onClick={() => revoking.mutate()}>
            {text('recommenders.revoke')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
