/** Who configures administrations: the hosting's administrators all of them, agents those that they serve. */
import type { AdminCall, AdminUser } from './admin-input.js';

export interface Manager {
  user: AdminUser;
  /** `administrations.manage` */
  managesAll: boolean;
  /** `administrations.configure` */
  configures: boolean;
}

export const managerOf = ({ user, can }: AdminCall<unknown>): Manager => ({
  user,
  managesAll: can('administrations.manage'),
  configures: can('administrations.configure'),
});
