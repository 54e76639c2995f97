import { Link } from '@tanstack/react-router';
import type { ModelsQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { modelsMessages } from './messages.ts';

/** A model in the directory. */
export function ModelCard({ model }: { model: ModelsQuery['models'][number] }) {
  const text = useText(modelsMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { number, retired, lotCount, owner, latestRevision } = model;
  const document = latestRevision?.document;
  const names = (latestRevision?.parameters ?? []).map(({ code, text: texts }) =>
    texts ? localized({ 'zh-Hans': texts.nameZh, en: texts.nameEn }) : code,
  );
  return (
    <article className="relative flex w-full flex-col gap-3 rounded-2xl border border-line bg-surface p-5 shadow-card transition-colors hover:border-jade">
      <header className="flex items-start justify-between gap-3">
        <h2 className="font-display text-xl font-semibold">
          <Link
            to="/models/$number"
            params={{ number: String(number) }}
            className="after:absolute after:inset-0 after:rounded-2xl"
          >
            {document
              ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn })
              : text('models.unnamed', { number: String(number) })}
          </Link>
        </h2>
        {retired && <Badge tone="amber">{text('models.retired')}</Badge>}
      </header>
      {document && (
        <p className="line-clamp-2 text-muted">
          {localized({ 'zh-Hans': document.summaryZh, en: document.summaryEn })}
        </p>
      )}
      {names.length > 0 && <p>{format.list(names)}</p>}
      <p className="mt-auto flex flex-wrap gap-1.5 pt-1">
        {(document?.standards ?? []).slice(0, 3).map((standard) => (
          <Badge key={standard}>{standard}</Badge>
        ))}
        {(document?.standards.length ?? 0) > 3 && <Badge>+{(document?.standards.length ?? 0) - 3}</Badge>}
      </p>
      <footer className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <Address address={owner.id} plain />
        <span>{text('models.lots', { count: lotCount })}</span>
      </footer>
    </article>
  );
}
