using Galley.Content;
using Galley.Ledger;

namespace Galley.Planning;

/// <summary>A client's plan with what it was made from: all that the publisher needs to carry it out.</summary>
public sealed record PlannedClient(ClientContent Content, ClientLedger Ledger, ClientPlan Plan)
{
    /// <summary>Nothing is to be done for it. Of its content client.yaml is left, and of its ledger how far it goes.</summary>
    public bool IsReleased { get; private init; }

    public PlannedClient Released() =>
        this with
        {
            Content = new ClientContent { Slug = Content.Slug, Client = Content.Client },
            Ledger = ClientLedger.Empty(Ledger.Account) with
            {
                Slug = Ledger.Slug,
                LastEvent = Ledger.LastEvent,
                Events = Ledger.Events,
                Applied = Ledger.Applied,
                Damage = Ledger.Damage,
            },
            IsReleased = true,
        };
}
