// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>From a topic to its subscribers: a hash table for filters without wildcards, a tree by level for the others.</summary>
internal sealed class SubscriptionIndex
{
    private readonly Dictionary<string, SubscriberList> _exact = new(StringComparer.Ordinal);
    private readonly FilterNode _root = new();

    public void Add(string filter, ClientRecord client, int qos)
    {
        SubscriberList subscribers = FindOrAdd(filter);
        if (client.Filters.TryAdd(filter, qos))
        {
            subscribers.Add(client, qos);
        }
        else if (client.Filters[filter] != qos)
        {
            client.Filters[filter] = qos;
            subscribers.Replace(client, qos);
        }
    }

    public void Remove(string filter, ClientRecord client)
    {
        if (!client.Filters.Remove(filter))
        {
            return;
        }

        if (HasWildcard(filter))
        {
            RemoveFromTree(_root, filter, client);
        }
        else
        {
            RemoveExact(filter, client);
        }
    }

    public void RemoveAll(ClientRecord client)
    {
        foreach (string filter in new List<string>(client.Filters.Keys))
        {
            Remove(filter, client);
        }
    }

    public void FindSubscribers(string topic, MatchList matches)
    {
        matches.Clear();
        if (_exact.TryGetValue(topic, out SubscriberList? subscribers))
        {
            subscribers.CopyTo(matches);
        }

        if (!_root.IsEmpty)
        {
            // Section 4.7.2: a leading wildcard does not reach topics that begin with $.
            Collect(_root, topic, topic[0] != '$', matches);
        }
    }

    private static bool HasWildcard(string filter)
    {
        return filter.AsSpan().ContainsAny('+', '#');
    }

    private static void Collect(FilterNode node, ReadOnlySpan<char> topic, bool mayUseWildcard, MatchList matches)
    {
        if (mayUseWildcard)
        {
            node.Find("#")?.Subscribers?.CopyTo(matches);
        }

        ReadOnlySpan<char> level = MqttTopic.TakeLevel(ref topic, out bool isMore);
        CollectBelow(node.Find(level), topic, isMore, matches);
        if (mayUseWildcard)
        {
            CollectBelow(node.Find("+"), topic, isMore, matches);
        }
    }

    private static void CollectBelow(FilterNode? node, ReadOnlySpan<char> rest, bool isMore, MatchList matches)
    {
        if (node is null)
        {
            return;
        }

        if (isMore)
        {
            Collect(node, rest, mayUseWildcard: true, matches);
            return;
        }

        node.Subscribers?.CopyTo(matches);
        node.Find("#")?.Subscribers?.CopyTo(matches);
    }

    private static void RemoveFromTree(FilterNode node, ReadOnlySpan<char> filter, ClientRecord client)
    {
        ReadOnlySpan<char> level = MqttTopic.TakeLevel(ref filter, out bool isMore);
        FilterNode child = node.Find(level)!;
        if (isMore)
        {
            RemoveFromTree(child, filter, client);
        }
        else
        {
            child.Subscribers!.Remove(client);
            child.Subscribers = child.Subscribers.IsEmpty ? null : child.Subscribers;
        }

        if (child.IsEmpty)
        {
            node.Remove(level);
        }
    }

    private void RemoveExact(string filter, ClientRecord client)
    {
        SubscriberList subscribers = _exact[filter];
        subscribers.Remove(client);
        if (subscribers.IsEmpty)
        {
            _exact.Remove(filter);
        }
    }

    private SubscriberList FindOrAdd(string filter)
    {
        if (HasWildcard(filter))
        {
            return FindOrAddInTree(filter);
        }

        if (!_exact.TryGetValue(filter, out SubscriberList? subscribers))
        {
            subscribers = new SubscriberList();
            _exact.Add(filter, subscribers);
        }

        return subscribers;
    }

    private SubscriberList FindOrAddInTree(ReadOnlySpan<char> filter)
    {
        FilterNode node = _root;
        bool isMore = true;
        while (isMore)
        {
            node = node.FindOrAdd(MqttTopic.TakeLevel(ref filter, out isMore));
        }

        return node.Subscribers ??= new SubscriberList();
    }
}
