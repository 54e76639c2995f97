// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {Leaf} from "../../contracts/platforms/IDemands.sol";
import {CaseKind, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {PlatformsBooks} from "./PlatformsBooks.sol";
import {bound, vm} from "./Vm.sol";

/// @notice What anybody can do to two platforms, in any order and told by seeds.
abstract contract PlatformsHandler is PlatformsBooks {
    uint32 private _minBondSetIn;

    /* THE TWO PLATFORMS */

    function honestSells(uint256 seed) external {
        (bool fits, Receipt memory one) = _order(honest, seed);
        if (!fits) return;
        _kept[honest][one.epoch].push(one);
        _sign(one);
    }

    /// @dev Leaves orders out, changes them, signs two for one, sells what nobody offered, at rates that nobody set.
    function rogueSells(uint256 seed) external {
        (bool fits, Receipt memory one) = _order(rogue, seed);
        if (!fits) return;
        uint256 trick = seed % 16;
        if (trick == 1) one.lotId = commodities.lotCount();
        if (trick == 2) one.lotId = uint32(seed >> 160);
        if (trick == 3) one.recommenderId = 9;
        if (trick == 4) one.fee *= 2;
        uint256 index = _sign(one);
        if (trick == 5) one.sales -= 1;
        if (trick == 6 || trick == 8) {
            ++one.quantity;
            _twins.push([index, _sign(one)]);
        }
        if (trick != 7 && (trick != 2 || one.lotId < 64)) _kept[rogue][one.epoch].push(one);
    }

    function rogueActs(uint256 seed) external {
        uint32 epoch = settlement.currentEpoch();
        uint256 dice = seed % 8;
        if (dice < 3) {
            if (_kept[rogue][epoch - 1].length == 0 || settlement.postedAtOf(rogue, epoch - 1) != 0) return;
            if (_post(rogue, epoch - 1)) ++reached["rogue statement"];
        } else if (dice < 5) {
            _rogueAnswers(seed >> 8);
        } else if (dice == 5) {
            Platform memory platform = platforms.platformOf(rogue);
            if (platform.leaving > 0 && (seed >> 8) % 16 != 0) return;
            vm.prank(platform.operator);
            platforms.requestWithdrawal(rogue, uint72(bound(seed >> 16, 0, platform.bond)));
        } else if (dice == 6) {
            if (_withdraw(rogue, "rogue withdrawal")) return;
            Platform memory platform = platforms.platformOf(rogue);
            if (platform.leaving > 0 && platform.leaveEpoch <= epoch) _clearTable();
        } else {
            // Cheats on, with a bond as it was.
            _deposit(_operator(rogue), rogue, bound(seed >> 8, 1, 30_000e6));
        }
    }

    /// @dev Withdraws what is above the bond that statements need, changes keys and hands its role on.
    function honestManages(uint256 seed) external {
        Platform memory platform = platforms.platformOf(honest);
        uint256 dice = seed % 4;
        if (dice < 2 && platform.leaving > 0 && (seed >> 8) % 64 != 0) {
            _withdraw(honest, "honest withdrawal");
        } else if (dice < 2) {
            uint256 required = platforms.minBond();
            uint256 spare = platform.bond > required ? platform.bond - required : 0;
            vm.prank(platform.operator);
            platforms.requestWithdrawal(honest, uint72(bound(seed >> 16, 0, spare)));
        } else if (dice == 2) {
            address signer = _newKey();
            uint32 from = settlement.currentEpoch() + 1 + uint32((seed >> 8) % 3);
            vm.prank(platform.operator);
            platforms.setSigner(honest, signer, from);
            ++reached["key changed"];
        } else {
            address next = platform.operator == operator ? address(0xA3) : operator;
            if (next != operator) fund(next);
            vm.prank(platform.operator);
            platforms.offerOperator(honest, next);
            vm.prank(next);
            platforms.acceptOperator(honest);
            ++reached["operator changed"];
        }
    }

    /* STRANGERS */

    function challengeSome(uint256 seed) external {
        (bool found, uint256 index) = _someSigned(seed);
        if (!found) return;
        Signed memory one = _signed[index];
        uint256 pledge = platforms.casePledge() + ((seed >> 32) % 4) * 1 gwei;
        vm.prank(_someone(seed));
        try platforms.challengeReceipt{value: pledge}(one.receipt, one.signature) {
            _challenged.push(index);
            ++reached[one.receipt.platformId == honest ? "honest challenged" : "rogue challenged"];
        } catch (bytes memory reason) {
            _count(reason);
        }
    }

    /// @dev Neither a changed receipt nor another key passes for the platform's.
    function challengeForged(uint256 seed) external {
        (bool found, uint256 index) = _someSigned(seed);
        if (!found) return;
        Signed memory one = _signed[index];
        uint256 dice = (seed >> 200) % 5;
        if (dice == 0) one.receipt.sales += 1;
        if (dice == 1) one.receipt.orderId = bytes32(seed);
        if (dice == 2) one.receipt.epoch -= 1;
        if (dice == 3) one.receipt.platformId = one.receipt.platformId == honest ? rogue : honest;
        if (dice == 4) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(0xBAD, settlement.receiptDigest(one.receipt));
            one.signature = abi.encodePacked(r, s, v);
        }
        uint256 pledge = platforms.casePledge();
        vm.prank(_someone(seed));
        try platforms.challengeReceipt{value: pledge}(one.receipt, one.signature) {
            _must(false, "forged receipt accepted");
        } catch (bytes memory reason) {
            _count(reason);
        }
    }

    function demandSome(uint256 seed) external {
        if (_posted.length == 0) return;
        uint256 back = (seed >> 8) % 8;
        Posted memory one = _posted[back < _posted.length ? _posted.length - 1 - back : 0];
        Leaf memory leaf = _someLeaf(seed >> 16, one.platformId, one.epoch);
        if (seed % 4 == 0 && _slashed.length > 0) leaf = _slashed[_slashed.length - 1];
        uint256 pledge = platforms.casePledge();
        vm.prank(_someone(seed));
        try demands.demandLeaf{value: pledge}(leaf) {
            _demanded.push(leaf);
            ++reached[leaf.platformId == honest ? "honest demanded" : "rogue demanded"];
            if (_wasSlashed[keccak256(abi.encode(leaf))]) ++reached["demanded again"];
        } catch (bytes memory reason) {
            _count(reason);
        }
    }

    function openSome(uint256 seed) external {
        if (_posted.length == 0) return;
        Posted memory one = _posted[(seed >> 8) % _posted.length];
        if (_open(stranger, _someLeaf(seed >> 16, one.platformId, one.epoch))) ++reached["stranger's opening"];
    }

    function closeSome(uint256 seed) external {
        if (_demanded.length == 0) return;
        Leaf memory leaf = _demanded[(seed >> 8) % _demanded.length];
        bool late = block.timestamp > demands.demandOf(keccak256(abi.encode(leaf))).deadline;
        vm.prank(_someone(seed));
        try demands.closeDemand(leaf) {
            ++reached[late ? "demand closed late" : "demand closed"];
        } catch {}
    }

    function slashSome(uint256 seed) external {
        bool receipts = seed % 2 == 0;
        if ((receipts ? _challenged.length : _demanded.length) == 0) return;
        uint256 i = (seed >> 8) % (receipts ? _challenged.length : _demanded.length);
        // Often as many as there are, which is what caps are for.
        uint256 count = (seed >> 64) % 2 == 0 ? 1 : i + 1;
        for (; count > 0; --count) {
            if (receipts) _slashReceipt(_signed[_challenged[i]].receipt);
            else if (_slashDemand(_demanded[i])) _forgetDemand(i);
            if (i > 0) --i;
        }
    }

    function slashTwins(uint256 seed) external {
        if (_signed.length == 0) return;
        uint256[2] memory twins = [(seed >> 8) % _signed.length, (seed >> 64) % _signed.length];
        if (seed % 2 == 0 && _twins.length > 0) twins = _twins[(seed >> 8) % _twins.length];
        Signed memory a = _signed[twins[0]];
        Signed memory b = _signed[twins[1]];
        _watchSlash(
            a.receipt.platformId,
            _someone(seed),
            address(platforms),
            abi.encodeCall(IChallenges.slashEquivocation, (a.receipt, a.signature, b.receipt, b.signature)),
            CaseKind.Equivocation
        );
    }

    function collectSome(uint256 seed) external {
        address someone = _someone(seed);
        uint32 platform = seed % 2 == 0 ? honest : rogue;
        bytes32 orderId =
            _twins.length == 0 ? bytes32(0) : _signed[_twins[(seed >> 8) % _twins.length][0]].receipt.orderId;
        try platforms.withdrawReward(someone) {
            ++reached["reward"];
        } catch {}
        try platforms.withdrawEquivocationReward(rogue, orderId) {
            ++reached["reward for two receipts"];
        } catch {}
        try platforms.withdrawPledge(payable(someone)) {
            ++reached["pledge back"];
        } catch {}
        try demands.withdrawPledge(payable(someone)) {
            ++reached["demand's pledge back"];
        } catch {}
        try platforms.collectPledges(platform) {
            ++reached["pledges won"];
        } catch {}
        try demands.collectPledges(platform) {
            ++reached["demands' pledges won"];
        } catch {}
        try platforms.collectAudit(platform) {
            ++reached["audit fund"];
        } catch {}
    }

    /* GOVERNANCE AND TIME */

    function govern(uint256 seed) external {
        uint32 platform = seed % 2 == 0 ? honest : rogue;
        if (platforms.platformOf(platform).suspended) {
            platforms.resume(platform);
            ++reached["resumed"];
        } else if ((seed >> 8) % 8 == 0) {
            platforms.suspend(platform);
            ++reached["suspended"];
        } else {
            uint32 epoch = settlement.currentEpoch();
            // Mostly after the last one has come into force.
            if (epoch < _minBondSetIn + 6 && (seed >> 16) % 8 != 0) return;
            _minBondSetIn = epoch;
            bool high = (seed >> 24) % 2 == 0;
            platforms.setMinBond(uint72(bound(seed >> 32, high ? 90_000e6 : 1e8, high ? 150_000e6 : 30_000e6)));
            ++reached["least bond set"];
        }
    }

    function offerSome(uint256 seed) external {
        if (seed % 8 == 0) _offer(seed >> 8);
    }

    function pass(uint256 seed) external {
        uint256 steps = 1 + (seed % 12);
        for (uint256 i; i < steps; ++i) {
            vm.warp(block.timestamp + bound(seed >> 8, STEP / 2, STEP));
            _doDuty(uint256(keccak256(abi.encode(seed, i))));
        }
    }

    /* INTERNAL */

    /// @dev Most of what it can answer.
    function _rogueAnswers(uint256 seed) private {
        for (uint256 i; i < _challenged.length; ++i) {
            Receipt memory one = _signed[_challenged[i]].receipt;
            if (one.platformId != rogue || (seed >> i) % 4 == 0) continue;
            if (_answer(_operator(rogue), one)) ++reached["rogue answer"];
        }
        for (uint256 i; i < _demanded.length; ++i) {
            Leaf memory leaf = _demanded[i];
            if (leaf.platformId != rogue || (seed >> i) % 4 == 0) continue;
            if (_open(_operator(rogue), leaf)) ++reached["rogue opening"];
            else if (!_exists(leaf) && _answerAbsent(_operator(rogue), leaf)) ++reached["rogue absence"];
        }
    }

    /// @dev The rogue ends its cases as cheaply as it can, to get at what is left of its bond.
    function _clearTable() private {
        for (uint256 i = _challenged.length; i > 0; --i) {
            Receipt memory one = _signed[_challenged[i - 1]].receipt;
            if (one.platformId == rogue && !_answer(_operator(rogue), one)) _slashReceipt(one);
        }
        for (uint256 i = _demanded.length; i > 0; --i) {
            Leaf memory leaf = _demanded[i - 1];
            if (leaf.platformId != rogue) continue;
            _open(_operator(rogue), leaf);
            try demands.closeDemand(leaf) {} catch {
                if (_slashDemand(leaf)) _forgetDemand(i - 1);
            }
        }
    }

    function _someSigned(uint256 seed) private view returns (bool found, uint256 index) {
        if (_signed.length == 0) return (false, 0);
        uint256 back = (seed >> 8) % 16;
        return (true, back < _signed.length ? _signed.length - 1 - back : 0);
    }
}
