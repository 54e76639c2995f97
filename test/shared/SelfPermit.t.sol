// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {SelfPermit} from "../../contracts/shared/SelfPermit.sol";
import {bound, vm} from "../support/Vm.sol";

contract Till is SelfPermit {
    mapping(address account => uint256 amount) public paid;

    constructor(IERC20 asset_) SelfPermit(asset_) {}

    function pay(uint256 amount) external {
        paid[msg.sender] += amount;
        AssetTransfers.pull(asset, msg.sender, amount);
    }
}

contract SelfPermitTest {
    uint256 private constant KEY = 0xA11CE;
    bytes32 private constant PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );
    uint256 private constant DEADLINE = 2_000_000_000;

    struct Signature {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    FaucetToken private _asset;
    Till private _till;
    address private _payer;

    function setUp() public {
        vm.warp(1_700_000_000);
        _asset = new FaucetToken();
        _till = new Till(_asset);
        _payer = vm.addr(KEY);
        _asset.drip(_payer, 1e30);
    }

    function test_constructor_keepsTheAsset() public view {
        vm.assertEq(address(_till.asset()), address(_asset));
    }

    function testFuzz_selfPermit_setsTheAllowance(uint256 value) public {
        value = bound(value, 1, type(uint256).max);
        _permit(value, _sign(KEY, value));
        vm.assertEq(_asset.allowance(_payer, address(_till)), value);
        vm.assertEq(_asset.nonces(_payer), 1);
    }

    function testFuzz_multicall_permitsAndActsInOneTransaction(uint256 value) public {
        value = bound(value, 1, 1e30);
        bytes[] memory calls = _permitAndPay(value, _sign(KEY, value));
        vm.prank(_payer);
        _till.multicall(calls);
        vm.assertEq(_till.paid(_payer), value);
        vm.assertEq(_asset.balanceOf(address(_till)), value);
    }

    /// @dev Somebody saw the permit in the mempool and used it first.
    function test_multicall_survivesAFrontRunPermit() public {
        Signature memory signed = _sign(KEY, 100);
        bytes[] memory calls = _permitAndPay(100, signed);
        vm.prank(address(0xBAD));
        _asset.permit(_payer, address(_till), 100, DEADLINE, signed.v, signed.r, signed.s);
        vm.prank(_payer);
        _till.multicall(calls);
        vm.assertEq(_till.paid(_payer), 100);
    }

    function test_selfPermit_leavesALargerAllowanceAlone() public {
        vm.prank(_payer);
        _asset.approve(address(_till), 101);
        _permit(100, _sign(KEY, 100));
        vm.assertEq(_asset.allowance(_payer, address(_till)), 101);
        vm.assertEq(_asset.nonces(_payer), 0);
    }

    function test_selfPermit_refusesAnotherSigner() public {
        uint256 foreignKey = 0xB0B;
        Signature memory signed = _sign(foreignKey, 100);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612InvalidSigner.selector, vm.addr(foreignKey), _payer));
        _permit(100, signed);
        vm.assertEq(_asset.allowance(_payer, address(_till)), 0);
    }

    function test_selfPermit_refusesAfterTheDeadline() public {
        Signature memory signed = _sign(KEY, 100);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, DEADLINE));
        _permit(100, signed);
    }

    /// @dev The permit names its owner through `msg.sender`: nobody can bring another's permit to the till.
    function test_selfPermit_isUselessToAThief() public {
        Signature memory signed = _sign(KEY, 100);
        vm.prank(address(0xBAD));
        (bool accepted, ) = address(_till).call(
            abi.encodeCall(SelfPermit.selfPermit, (100, DEADLINE, signed.v, signed.r, signed.s))
        );
        vm.assertFalse(accepted);
        vm.assertEq(_asset.allowance(_payer, address(_till)), 0);
    }

    function test_multicall_revertsAsAWhole() public {
        Signature memory signed = _sign(KEY, 100);
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(SelfPermit.selfPermit, (100, DEADLINE, signed.v, signed.r, signed.s));
        calls[1] = abi.encodeCall(Till.pay, (60));
        calls[2] = abi.encodeCall(Till.pay, (60));
        vm.prank(_payer);
        vm.expectRevert();
        _till.multicall(calls);
        vm.assertEq(_till.paid(_payer), 0);
        vm.assertEq(_asset.nonces(_payer), 0);
    }

    function _permit(uint256 value, Signature memory signed) private {
        vm.prank(_payer);
        _till.selfPermit(value, DEADLINE, signed.v, signed.r, signed.s);
    }

    function _permitAndPay(uint256 value, Signature memory signed) private pure returns (bytes[] memory calls) {
        calls = new bytes[](2);
        calls[0] = abi.encodeCall(SelfPermit.selfPermit, (value, DEADLINE, signed.v, signed.r, signed.s));
        calls[1] = abi.encodeCall(Till.pay, (value));
    }

    function _sign(uint256 key, uint256 value) private view returns (Signature memory signed) {
        bytes32 structHash = keccak256(
            abi.encode(PERMIT, _payer, address(_till), value, _asset.nonces(_payer), DEADLINE)
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", _asset.DOMAIN_SEPARATOR(), structHash));
        (signed.v, signed.r, signed.s) = vm.sign(key, digest);
    }
}
