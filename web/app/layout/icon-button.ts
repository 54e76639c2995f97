/** Look of the round buttons in the header; large enough for thumbs. */
export const ICON_BUTTON =
  'relative grid size-11 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken hover:text-ink [&_svg]:size-5';
