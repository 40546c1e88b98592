"""What an office may decide about the browser."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class BrowserSettings(BaseModel):
    """`path`: the browser to use instead of the first one found. `shown`: with a window (a person ticks the CAPTCHA).

    `firefox`: it is Firefox; otherwise Chrome, Edge or Chromium.

    `sandbox` None: on, except for root on Linux, where Chromium cannot have it. Times are in milliseconds.

    `debug_port`: of Chromium's debugging protocol, which asks for no password, on this machine only; 0 for none, as
    always but where a person attends a sign-in from afar.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Path | None = None
    firefox: bool = False
    shown: bool = False
    sandbox: bool | None = None
    width: int = Field(default=1366, ge=800)
    height: int = Field(default=900, ge=600)
    timeout_ms: int = Field(default=30_000, gt=0)
    debug_port: int = Field(default=0, ge=0, le=65_535)
