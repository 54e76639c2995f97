// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DecisionClass} from "../../contracts/governance/ICommuneGovernor.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {GovernanceTest, Motion} from "./GovernanceTest.sol";
import {bound, vm} from "./Vm.sol";

/// @notice A commune that proposes, votes, changes its own rules and lives on. What a proposal was when it was made is kept for the
/// invariants, and so is every state it was seen in.
/// The runner knows contracts of its test files only: each of them derives the handler that it deploys.
abstract contract GovernanceHandler is GovernanceTest {
    /// @dev So that a walk sees proposals through to their end.
    uint256 private constant MOST_RUNNING = 6;

    /// @dev What must stay as it was.
    struct Memory {
        uint256 id;
        DecisionClass class;
        uint256 snapshot;
        uint256 deadline;
        uint256 extension;
        IGovernor.ProposalState state;
        /// Power of all votes that were cast, as the register says.
        uint256 weight;
    }

    Memory[] internal memories;
    Motion[] private _motions;
    mapping(string what => uint256 times) public reached;
    /// @notice A state that came after another in which it could not.
    bool public wentBack;
    /// @notice A call of an emergency that was not to a function listed as one when it was proposed.
    bool public smuggled;
    bool public extendedTwice;
    uint256 private _now;

    /// @dev The runner starts every call at its own time.
    modifier inTime() {
        vm.warp(_now);
        _;
        _observe();
    }

    function prepare() external {
        setUp();
        _now = block.timestamp;
    }

    /* TIME */

    function pass(uint256 seconds_) external {
        vm.warp(_now);
        _now += bound(seconds_, 1 hours, 1 days);
        vm.warp(_now);
        _observe();
    }

    /// @dev To where something may happen: the last moment of a vote or the first one after it.
    function passTo(uint256 seed, bool after_) external {
        if (memories.length == 0) return;
        uint256 latest = memories.length - 1;
        uint256 deadline = governor.proposalDeadline(memories[latest - (seed % (latest < 5 ? latest + 1 : 6))].id);
        if (deadline < _now || (deadline == _now && !after_)) return;
        _now = after_ ? deadline + 1 : deadline;
        vm.warp(_now);
        _observe();
    }

    /* PEOPLE */

    function earnSome(uint256 seed, uint256 amount) external inTime {
        earn(member(seed % MEMBERS), bound(amount, 1, 5_000e6));
    }

    function proposeSome(uint256 seed, uint256 kind) external inTime {
        if (_running() >= MOST_RUNNING) return;
        Motion memory m = _motionOf(kind);
        m.description = vm.toString(memories.length);
        DecisionClass class = governor.classOfCalls(m.targets, m.values, m.calldatas);
        if (class == DecisionClass.Emergency) ++reached["emergency proposed"];
        address proposer =
            class == DecisionClass.Emergency
                ? member(0)
                : seed % 4 == 0
                    ? silent
                    : member(seed % MEMBERS);
        uint256 period = governor.timingOf(class).votingPeriod;
        vm.prank(proposer);
        try governor.propose(m.targets, m.values, m.calldatas, m.description) returns (uint256 id) {
            uint256 extension = governor.lateFlipExtension();
            if (extension > period / 2) extension = period / 2;
            Memory memory one;
            (one.id, one.class, one.extension) = (id, class, extension);
            (one.snapshot, one.deadline) = (governor.proposalSnapshot(id), governor.proposalDeadline(id));
            memories.push(one);
            _motions.push();
            Motion storage kept = _motions[_motions.length - 1];
            (kept.targets, kept.values, kept.description) = (m.targets, m.values, m.description);
            for (uint256 i; i < m.calldatas.length; ++i) kept.calldatas.push(m.calldatas[i]);
        } catch {
            // Too little power.
        }
    }

    function voteSome(uint256 seed, uint8 support) external inTime {
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Active);
        if (one.id == 0) return;
        address voter = (seed >> 64) % 6 == 0 ? silent : member((seed >> 32) % MEMBERS);
        if (governor.hasVoted(one.id, voter)) return;
        uint256 deadline = governor.proposalDeadline(one.id);
        vote(
            one.id,
            voter,
            support % 8 < 5
                ? FOR
                : support % 8 < 7
                    ? AGAINST
                    : ABSTAIN
        );
        one.weight += power.powerAt(power.idOf(voter), uint48(one.snapshot));
        if (governor.proposalDeadline(one.id) == deadline) return;
        ++reached["extended"];
        if (deadline != one.deadline) extendedTwice = true;
    }

    /// @dev Many vote alike, so that proposals pass.
    function agree(uint256 seed) external inTime {
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Active);
        if (one.id == 0) return;
        for (uint256 i; i < MEMBERS; ++i) {
            if (governor.hasVoted(one.id, member(i))) continue;
            vote(one.id, member(i), FOR);
            one.weight += power.powerAt(power.idOf(member(i)), uint48(one.snapshot));
        }
    }

    function cancelSome(uint256 seed) external inTime {
        if (seed % 4 != 0) return;
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Pending);
        if (one.id == 0) return;
        Motion memory m = _motionBy(one.id);
        vm.prank(governor.proposalProposer(one.id));
        governor.cancel(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
    }

    function queueSome(uint256 seed) external inTime {
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Succeeded);
        if (one.id == 0 || !governor.proposalNeedsQueuing(one.id)) return;
        queue(_motionBy(one.id));
    }

    function executeSome(uint256 seed) external inTime {
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Queued);
        if (one.id == 0 || governor.proposalEta(one.id) > _now) return;
        // What it decides may have become impossible.
        try this.executeFromOutside(one.id) {} catch {}
    }

    function executeEmergency(uint256 seed) external inTime {
        Memory storage one = _anyIn(seed, IGovernor.ProposalState.Succeeded);
        if (one.id == 0 || governor.proposalNeedsQueuing(one.id)) return;
        bool wasMinter = power.isMinter(stranger);
        bytes32 before = _rules();
        try this.executeFromOutside(one.id) {
            ++reached["emergency executed"];
            if (!isSuspended() || power.isMinter(stranger) != wasMinter || before != _rules()) smuggled = true;
        } catch {
            // Suspended already.
        }
    }

    function executeFromOutside(uint256 id) external {
        execute(_motionBy(id));
    }

    /* WHAT IS SEEN */

    function count() external view returns (uint256) {
        return memories.length;
    }

    function seen(uint256 i) external view returns (Memory memory) {
        return memories[i];
    }

    function time() external view returns (uint256) {
        return _now;
    }

    /// @notice Class of a proposal now, votes of all kinds, its deadline and the power of all at the snapshot.
    function facts(
        uint256 i
    ) external returns (DecisionClass class, uint256 cast, uint256 deadline, uint256 electorate) {
        vm.warp(_now);
        Memory memory one = memories[i];
        (uint256 a, uint256 f, uint256 abstaining) = governor.proposalVotes(one.id);
        if (one.snapshot < _now) electorate = power.getPastTotalSupply(one.snapshot);
        return (governor.classOf(one.id), a + f + abstaining, governor.proposalDeadline(one.id), electorate);
    }

    /// @notice Whether a proposal is in the state in which it was last seen.
    function isAsSeen(uint256 i) external returns (bool) {
        vm.warp(_now);
        return governor.state(memories[i].id) == memories[i].state;
    }

    /// @notice Whether every call of an executed emergency is to the one function that was ever listed as one.
    function onlySuspensions(uint256 i) external view returns (bool) {
        Motion storage m = _motions[i];
        for (uint256 j; j < m.targets.length; ++j) {
            if (m.targets[j] != address(platforms) || bytes4(m.calldatas[j]) != IPlatforms.suspend.selector)
                return false;
        }
        return true;
    }

    /* INTERNAL */

    /// @dev Decisions of all classes, some of them about how to decide.
    function _motionOf(uint256 kind) private view returns (Motion memory) {
        kind = kind % 12;
        if (kind < 4) return suspension();
        if (kind == 4) return motion(address(platforms), abi.encodeCall(platforms.resume, (platformId)));
        if (kind == 5) return bondMotion(500e6);
        if (kind == 6) return and(suspension(), address(power), abi.encodeCall(power.appointMinter, (stranger, true)));
        return motion(address(governor), _change(kind));
    }

    function _change(uint256 kind) private view returns (bytes memory) {
        if (kind == 7) return abi.encodeCall(governor.setTiming, (DecisionClass.Parameter, 2 hours, 4 days));
        if (kind == 8) return abi.encodeCall(governor.updateQuorumNumerator, (100 + (_now % 500)));
        if (kind == 9) return abi.encodeCall(governor.setLateFlipExtension, (uint32(1 days + (_now % 6 days))));
        if (kind == 10) return abi.encodeCall(governor.setThreshold, (uint16(1 + (_now % 90))));
        DecisionClass class = DecisionClass(_now % 2);
        return abi.encodeCall(governor.setClass, (address(platforms), IPlatforms.setMinBond.selector, class));
    }

    /// @dev States were observed at the end of the action before, at this time.
    function _anyIn(uint256 seed, IGovernor.ProposalState state) private view returns (Memory storage) {
        uint256 n = memories.length;
        uint256 from = seed % (n + 1);
        for (uint256 i; i < n; ++i) {
            Memory storage one = memories[(from + i) % n];
            if (one.state == state) return one;
        }
        return _nothing;
    }

    function _running() private view returns (uint256 running) {
        for (uint256 i; i < memories.length; ++i) if (!_isFinal(memories[i].state)) ++running;
    }

    function _isFinal(IGovernor.ProposalState state) private pure returns (bool) {
        return
            state == IGovernor.ProposalState.Canceled ||
            state == IGovernor.ProposalState.Defeated ||
            state == IGovernor.ProposalState.Expired ||
            state == IGovernor.ProposalState.Executed;
    }

    Memory private _nothing;

    function _motionBy(uint256 id) private view returns (Motion memory) {
        uint256 i;
        while (memories[i].id != id) ++i;
        return _motions[i];
    }

    function _rules() private view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    governor.thresholdBps(),
                    governor.quorumNumerator(),
                    governor.lateFlipExtension(),
                    governor.timingOf(DecisionClass.Parameter),
                    platforms.minBond()
                )
            );
    }

    function _observe() private {
        for (uint256 i; i < memories.length; ++i) {
            Memory storage one = memories[i];
            if (_isFinal(one.state)) continue;
            IGovernor.ProposalState state = governor.state(one.id);
            if (state == one.state) continue;
            if (!_follows(one.state, state)) wentBack = true;
            one.state = state;
            ++reached[_name(state)];
        }
    }

    /// @dev Time may have passed several states.
    function _follows(IGovernor.ProposalState a, IGovernor.ProposalState b) private pure returns (bool) {
        if (a == IGovernor.ProposalState.Pending) return true;
        if (a == IGovernor.ProposalState.Active) {
            return b != IGovernor.ProposalState.Pending && b != IGovernor.ProposalState.Canceled;
        }
        if (a == IGovernor.ProposalState.Succeeded) {
            return
                b == IGovernor.ProposalState.Queued ||
                b == IGovernor.ProposalState.Executed ||
                b == IGovernor.ProposalState.Expired;
        }
        if (a == IGovernor.ProposalState.Queued) {
            return b == IGovernor.ProposalState.Executed || b == IGovernor.ProposalState.Expired;
        }
        return false;
    }

    function _name(IGovernor.ProposalState state) private pure returns (string memory) {
        string[8] memory names = [
            "Pending",
            "Active",
            "Canceled",
            "Defeated",
            "Succeeded",
            "Queued",
            "Expired",
            "Executed"
        ];
        return names[uint256(state)];
    }
}
