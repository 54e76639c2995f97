// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {Classification, DecisionClass, ICommuneGovernor} from "./ICommuneGovernor.sol";

/// @title DecisionClasses
/// @notice What class a proposal has. Whatever is not listed, moves coins, names no function or goes to the governor, its timelock
/// or its access manager is constitutional; a batch has the strictest class of its calls.
abstract contract DecisionClasses is ICommuneGovernor, Governor {
    uint256 private constant SELECTOR_LENGTH = 4;

    /// @notice The access manager of the commune.
    address public immutable authority;

    /// @dev Class of what is being proposed; outside of a proposal the strictest, as that is 0.
    DecisionClass internal transient _proposing;
    mapping(address target => mapping(bytes4 selector => DecisionClass class)) private _listed;
    mapping(uint256 proposalId => DecisionClass class) private _classes;

    constructor(address authority_) {
        authority = authority_;
    }

    /* GOVERNANCE */

    /// @inheritdoc ICommuneGovernor
    function setClass(address target, bytes4 selector, DecisionClass class) external onlyGovernance {
        _setClass(target, selector, class);
    }

    /* VIEWS */

    /// @inheritdoc ICommuneGovernor
    function classOf(uint256 proposalId) external view returns (DecisionClass) {
        require(proposalSnapshot(proposalId) != 0, GovernorNonexistentProposal(proposalId));
        return _classOf(proposalId);
    }

    /// @inheritdoc ICommuneGovernor
    function listedClass(address target, bytes4 selector) external view returns (DecisionClass) {
        return _listed[target][selector];
    }

    /// @inheritdoc ICommuneGovernor
    function classOfCalls(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) public view returns (DecisionClass class) {
        // What no proposal can consist of; proposing it reverts later.
        if (targets.length == 0 || targets.length != values.length || targets.length != calldatas.length) {
            return DecisionClass.Constitutional;
        }
        class = type(DecisionClass).max;
        for (uint256 i; i < targets.length; ++i) {
            DecisionClass called = _classOfCall(targets[i], values[i], calldatas[i]);
            if (called < class) class = called;
        }
    }

    /* INTERNAL */

    /// @dev Fixes the class of what is being proposed.
    function _classify(uint256 proposalId) internal {
        _classes[proposalId] = _proposing;
    }

    function _list(Classification[] memory list) internal {
        for (uint256 i; i < list.length; ++i) _setClass(list[i].target, list[i].selector, list[i].class);
    }

    function _classOf(uint256 proposalId) internal view returns (DecisionClass) {
        return _classes[proposalId];
    }

    function _isReserved(address target) internal view returns (bool) {
        return target == address(this) || target == _executor() || target == authority;
    }

    function _classOfCall(address target, uint256 value, bytes memory data) private view returns (DecisionClass) {
        if (value > 0 || data.length < SELECTOR_LENGTH || _isReserved(target)) return DecisionClass.Constitutional;
        return _listed[target][bytes4(data)];
    }

    function _setClass(address target, bytes4 selector, DecisionClass class) private {
        require(!_isReserved(target), TargetReserved(target));
        _listed[target][selector] = class;
        emit ClassSet(target, selector, class);
    }
}
