import { useI18n } from 'vue-i18n';

/** Returns a function for the text of a row error. The server's message is the most precise, but English only. */
export function useRowErrorText(): (error: { readonly code: string; readonly message: string }) => string {
  const { t, te, locale } = useI18n();
  return ({ code, message }) => {
    if (locale.value === 'en') return message;
    const reason = code.slice(code.indexOf('.') + 1);
    if (te(`imports.error.${reason}`)) return t(`imports.error.${reason}`);
    return te(`problems.${code}`) ? t(`problems.${code}`) : message;
  };
}
