import type { Page } from 'playwright-core';

const usualMs = 30_000;

/**
 * Waits for a notification.
 * @param page the workbench
 * @param text what its message contains
 * @returns the whole message; rejects when it does not come
 */
export async function notificationText(page: Page, text: string): Promise<string> {
  const message = page
    .locator('.notification-toast .notification-list-item-message', { hasText: text })
    .first();
  await message.waitFor({ timeout: usualMs });
  return (await message.textContent()) ?? '';
}

/**
 * Presses a button of a notification.
 * @param page the workbench
 * @param label the button's whole label
 */
export async function pressButton(page: Page, label: string): Promise<void> {
  const buttons = page.locator(
    '.notification-toast .notification-list-item-buttons-container .monaco-button',
  );
  await buttons.getByText(label, { exact: true }).first().click({ timeout: usualMs });
}
