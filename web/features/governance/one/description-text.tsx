import type { Block } from '../../../shared/proposals/description.ts';
import { Card } from '../../../shared/ui/card.tsx';

/** The reasons for a proposal. */
export function Description({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Card className="grid gap-3">
      {blocks.map((block, i) =>
        block.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
          <ul key={i} className="grid max-w-prose list-disc gap-1 pl-5">
            {block.items.map((item, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
              <li key={j}>{item}</li>
            ))}
          </ul>
        ) : block.kind === 'heading' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
          <h3 key={i} className="font-display text-lg font-semibold">
            {block.text}
          </h3>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
          <p key={i} className="max-w-prose">
            {block.text}
          </p>
        ),
      )}
    </Card>
  );
}
