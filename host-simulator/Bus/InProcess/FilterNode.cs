// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>One level of the tree of topic filters with wildcards.</summary>
internal sealed class FilterNode
{
    private Dictionary<string, FilterNode>? _children;

    /// <summary>Holders of the filter that ends here.</summary>
    public SubscriberList? Subscribers { get; set; }

    public bool IsEmpty => Subscribers is null && _children is null;

    public FilterNode? Find(ReadOnlySpan<char> level)
    {
        FilterNode? child = null;
        _children?.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(level, out child);
        return child;
    }

    public FilterNode FindOrAdd(ReadOnlySpan<char> level)
    {
        FilterNode? child = Find(level);
        if (child is null)
        {
            child = new FilterNode();
            _children ??= new Dictionary<string, FilterNode>(StringComparer.Ordinal);
            _children.Add(level.ToString(), child);
        }

        return child;
    }

    public void Remove(ReadOnlySpan<char> level)
    {
        _children!.Remove(level.ToString());
        if (_children.Count == 0)
        {
            _children = null;
        }
    }
}
