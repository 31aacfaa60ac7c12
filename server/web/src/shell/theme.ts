// Light or dark: as the system says until somebody chooses, and by the brand of the tenant.
const KEY = "ratebook.theme";
type Theme = "light" | "dark";

const system = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : system();
}

export function show(chosen: Theme = theme()): void {
  document.documentElement.dataset.theme = chosen;
}

export function turn(): void {
  const next = theme() === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, next);
  show(next);
}
