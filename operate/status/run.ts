import { CHECKS } from './checks';
import { type Finding, type Report } from './finding';
import { type Check, type Sources } from './sources';

/** Every check, also where one fails; those in need of something first. */
export async function status(
  sources: Sources,
  checks: Readonly<Record<string, Check>> = CHECKS,
): Promise<Report> {
  const findings = await Promise.all(
    Object.entries(checks).map(([check, look]) => find(check, look, sources)),
  );
  return {
    ok: findings.every(({ level }) => level !== 'error'),
    checkedAt: sources.now().toISOString(),
    findings: findings.sort((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level)),
  };
}

const ORDER = ['error', 'warn', 'ok'];

async function find(check: string, look: Check, sources: Sources): Promise<Finding> {
  try {
    return { check, ...(await look(sources)) };
  } catch (thrown) {
    const { name: error, operation, kind, status } = thrown as Record<string, unknown>;
    return {
      check,
      level: 'error',
      what: 'This could not be looked at',
      do: 'See whether credentials and permissions are those that docs/connect.md asks for, and try again.',
      facts: { error, operation, kind, status },
    };
  }
}
