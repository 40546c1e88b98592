"""The same script with Selenium and its default waits."""

import shutil

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import element_to_be_clickable, visibility_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

from portals.browser.find import installed_browser
from tests.bench.job import PASSWORD, Job, Service
from tests.bench.track import Track

_NUMBER = (By.ID, "autorizacaoform-autorizacao")


def run(job: Job, track: Track) -> None:
    """Sign in, open the month, type every service."""
    options = ChromeOptions()
    options.binary_location = str(installed_browser())
    for argument in ("--headless=new", "--no-sandbox", "--window-size=1366,900", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    with Chrome(options, ChromeService(shutil.which("chromedriver"))) as driver:
        wait = WebDriverWait(driver, 60)
        _sign_in(driver, wait, job)
        track.line_up()
        for service in job.services:
            _launch(driver, wait, service)
            track.step()
        track.finish()


def _sign_in(driver: Chrome, wait: "WebDriverWait[Chrome]", job: Job) -> None:
    driver.get(f"{job.url}/requerimentos")
    driver.find_element(By.ID, "loginform-documento").send_keys(job.user)
    driver.find_element(By.ID, "loginform-senha").send_keys(PASSWORD)
    ticked = "return document.querySelector('.g-recaptcha-response').value"
    wait.until(lambda at: at.execute_script(ticked))
    driver.find_element(By.CSS_SELECTOR, "#login-form button").click()
    wait.until(element_to_be_clickable((By.ID, "gerarform-mes"))).send_keys(f"{job.competencia.mes:02d}")
    driver.find_element(By.ID, "gerarform-ano").send_keys(str(job.competencia.ano))
    driver.find_element(By.CSS_SELECTOR, "#gerar-form button").click()
    wait.until(element_to_be_clickable(_NUMBER))


def _launch(driver: Chrome, wait: "WebDriverWait[Chrome]", service: Service) -> None:
    number = driver.find_element(*_NUMBER)
    number.clear()
    number.send_keys(service.number, Keys.ENTER)
    council: WebElement = wait.until(element_to_be_clickable((By.ID, "movimentoform-conselho")))
    council.send_keys(service.council, Keys.ENTER)
    for name, text in (
        ("codigo", service.code),
        ("data", service.day.strftime("%d/%m/%Y")),
        ("quantidade", str(service.quantity)),
    ):
        driver.find_element(By.ID, f"movimentoform-{name}").send_keys(text, Keys.ENTER)
    driver.find_element(By.CSS_SELECTOR, "#movimento-form button").click()
    wait.until(visibility_of_element_located((By.CSS_SELECTOR, ".alert-success")))
