import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

const looks = {
  info: { background: 'primary100', border: 'primary200', fill: 'primary600', Icon: Information },
  success: { background: 'success100', border: 'success200', fill: 'success600', Icon: CheckCircle },
  warning: { background: 'warning100', border: 'warning200', fill: 'warning600', Icon: WarningCircle },
  danger: { background: 'danger100', border: 'danger200', fill: 'danger600', Icon: WarningCircle },
} as const;

/** A sentence that stays where it is needed. `live`: it appeared because of what was just done. */
export function Notice(props: {
  look: keyof typeof looks;
  live?: boolean;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { background, border, fill, Icon } = looks[props.look];
  return (
    <Box
      background={background}
      borderColor={border}
      hasRadius
      padding={4}
      {...(props.live && { role: 'alert' })}
    >
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Flex gap={3} alignItems="flex-start" flex="1 1 24rem" minWidth={0}>
          <Box paddingTop={1} flex="none">
            <Icon width="1.6rem" height="1.6rem" fill={fill} aria-hidden />
          </Box>
          <Box flex="1" minWidth={0}>
            <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {props.children}
            </Typography>
          </Box>
        </Flex>
        {props.action}
      </Flex>
    </Box>
  );
}
