import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface Props<Name extends string> {
  /** Says what the tabs are about. */
  label: string;
  tabs: readonly Tab<Name>[];
  value?: Name;
  onChange?: (name: Name) => void;
}

export function Tabs<Name extends string>({ label, tabs, value, onChange }: Props<Name>) {
  return (
    <Radix.Root
      {...(value !== undefined ? { value } : { defaultValue: tabs[0]?.name ?? '' })}
      onValueChange={(name) => onChange?.(name as Name)}
    >
      <Radix.List aria-label={label} className="-mx-1 flex gap-1 overflow-x-auto border-b border-line px-1">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.name}
            value={tab.name}
            className="-mb-px min-h-11 shrink-0 border-b-2 border-transparent px-3 text-muted hover:text-ink data-[state=active]:border-jade data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.name} value={tab.name} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
