"""A client of the workbench as somebody writes one who has nothing but the document: what it calls is generated from that."""

import sys
from uuid import UUID

from workbench import AuthenticatedClient, Client
from workbench.api.service_plan import service_plan_create
from workbench.api.signing_in import auth_login
from workbench.api.subscriber import (
    subscriber_change,
    subscriber_create,
    subscriber_delete,
    subscriber_event_activate,
    subscriber_list,
    subscriber_read,
)
from workbench.api.tag import tag_bulk
from workbench.models.auth_login_body import AuthLoginBody
from workbench.models.money_eur import MoneyEUR
from workbench.models.problem import Problem
from workbench.models.service_plan import ServicePlan
from workbench.models.service_plan_create import ServicePlanCreate
from workbench.models.subscriber import Subscriber
from workbench.models.subscriber_create import SubscriberCreate
from workbench.models.subscriber_event_activate_body import SubscriberEventActivateBody
from workbench.models.subscriber_list_sort_item import SubscriberListSortItem
from workbench.models.subscriber_page import SubscriberPage
from workbench.models.subscriber_patch import SubscriberPatch
from workbench.models.subscriber_status import SubscriberStatus
from workbench.models.tag_bulk_answer import TagBulkAnswer
from workbench.models.tag_bulk_create import TagBulkCreate
from workbench.models.tag_bulk_create_item import TagBulkCreateItem
from workbench.models.tokens import Tokens
from workbench.types import Unset


def main(url: str, email: str, password: str, tenant: str) -> None:
    tokens = auth_login.sync(client=Client(base_url=url), body=AuthLoginBody(email=email, password=password))
    assert isinstance(tokens, Tokens), tokens
    client = AuthenticatedClient(base_url=url, token=tokens.access_token, headers={"X-Tenant-ID": tenant})

    price = MoneyEUR(amount="29.90", currency="EUR")
    wanted = ServicePlanCreate(name="Home 50", download_mbps=50, upload_mbps=10, price=price)
    plan = service_plan_create.sync(client=client, body=wanted)
    assert isinstance(plan, ServicePlan), plan

    new = SubscriberCreate(name="Ana", phone="+49301234567", address="Lindenstr. 5", service_plan_id=plan.id)
    made = [subscriber_create.sync(client=client, body=new, idempotency_key="python-1") for _ in range(2)]
    assert isinstance(made[0], Subscriber) and made[0] == made[1], made
    ana: UUID = made[0].id
    assert made[0].status is SubscriberStatus.PENDING

    page = subscriber_list.sync(
        client=client,
        status="pending",
        service_plan_id=str(plan.id),
        # One alone: the generator sends several as several parameters, whatever the document says.
        sort=[SubscriberListSortItem("-name")],
        total=True,
        limit=5,
    )
    assert isinstance(page, SubscriberPage), page
    assert page.total == 1 and page.items[0].id == ana and page.next_cursor is None, page

    changed = subscriber_change.sync(ana, client=client, body=SubscriberPatch(email="ana@example.com"))
    assert isinstance(changed, Subscriber) and changed.email == "ana@example.com", changed
    active = subscriber_event_activate.sync(ana, client=client, body=SubscriberEventActivateBody())
    assert isinstance(active, Subscriber) and active.status is SubscriberStatus.ACTIVE, active

    tags = TagBulkCreate(action="create", items=[TagBulkCreateItem(name="vip"), TagBulkCreateItem(name="late")])
    many = tag_bulk.sync(client=client, body=tags)
    assert isinstance(many, TagBulkAnswer) and len(many.items) == 2, many

    # A refusal is a problem, with every fault at its place.
    refused = subscriber_create.sync(
        client=client, body=SubscriberCreate(name="", phone="12", address="A", service_plan_id=plan.id)
    )
    assert isinstance(refused, Problem) and not isinstance(refused.errors, Unset), refused
    assert sorted(fault.path for fault in refused.errors) == ["/name", "/phone"], refused

    assert subscriber_delete.sync_detailed(ana, client=client).status_code == 204
    gone = subscriber_read.sync(ana, client=client)
    assert isinstance(gone, Problem) and gone.code == "records.not_found", gone
    print("the client in Python did all it was to do")


if __name__ == "__main__":
    main(*sys.argv[1:])
