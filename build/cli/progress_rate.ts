/**
 * Percentage and remaining time of a long step.
 * @module
 */

/** Converts the percentages of steps to lines, one for each tenth. */
export class ProgressRate {
  #step = "";
  #began = 0;
  #tenth = -1;

  /**
   * The next line, or undefined if there is nothing new to report.
   *
   * @param step name of the step; a new step starts when it changes
   * @param percent 0 to 100.
   * @param now time in milliseconds, from a monotonic clock
   */
  line(step: string, percent: number, now: number): string | undefined {
    const text = this.text(step, percent, now);
    const tenth = Math.floor(percent / 10);
    if (tenth <= this.#tenth) return undefined;
    this.#tenth = tenth;
    return text;
  }

  /** The same for the status line. */
  text(step: string, percent: number, now: number): string {
    if (step !== this.#step) [this.#step, this.#began, this.#tenth] = [step, now, -1];
    const seconds = (now - this.#began) / 1000;
    const head = `${step}: ${Math.floor(percent)} %`;
    // The first moments are not representative; no rate, because holes count in the percentage.
    if (percent === 0 || percent >= 100 || seconds < 0.2) return head;
    return `${head}, ${time(seconds * (100 - percent) / percent)} left`;
  }
}

function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
