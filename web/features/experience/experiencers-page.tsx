export function ExperiencersPage() {
  return null;
}
