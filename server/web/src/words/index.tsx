// The words of the console, in the reader's language. A language is one file; one that lacks a word does not compile.
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

import { en, type Words } from "./en";

export const LANGUAGES = { "en-US": "English (US)", "en-IN": "English (India)", es: "Español", fr: "Français" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "ratebook.language";

export function language(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept && kept in LANGUAGES) return kept as Language;
  for (const wanted of navigator.languages) {
    if (wanted in LANGUAGES) return wanted as Language;
    const spoken = wanted.slice(0, 2);
    if (spoken === "es" || spoken === "fr") return spoken;
    if (spoken === "en") return "en-US";
  }
  return "en-US";
}

async function spoken(of: Language): Promise<Words> {
  if (of === "es") return (await import("./es")).es;
  if (of === "fr") return (await import("./fr")).fr;
  return en;
}

const Spoken = createContext<{ words: Words; language: Language; speak: (to: Language) => void }>({
  words: en,
  language: "en-US",
  speak: () => {},
});

export function Speaking({ children }: { children: ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(language);
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    document.documentElement.lang = chosen;
    let wanted = true;
    void spoken(chosen).then((found) => wanted && setWords(found));
    return () => {
      wanted = false;
    };
  }, [chosen]);
  if (!words) return null;
  const speak = (to: Language) => {
    localStorage.setItem(KEY, to);
    setChosen(to);
  };
  return <Spoken.Provider value={{ words, language: chosen, speak }}>{children}</Spoken.Provider>;
}

export const useWords = (): Words => useContext(Spoken).words;
export const useLanguage = () => useContext(Spoken);
